-- Gives a job back untouched; it keeps its place and is next.
-- ARGV: worker, started, nonce, job id, token
return ending('release', function(job)
  job.releases = job.releases + 1
  give_back(job)
end)
