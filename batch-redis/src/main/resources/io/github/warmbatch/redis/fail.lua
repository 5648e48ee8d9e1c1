-- Gives a job back after a failure; it keeps its place and rests for a while.
-- ARGV: worker, started, nonce, job id, token, reason, backoff in microseconds
return ending('fail', function(job)
  job.failures = job.failures + 1
  job.rests_until = NOW + tonumber(ARGV[7])
  add_reason(job, ARGV[6])
  give_back(job)
end)
