-- Gives a job back after a failure; it keeps its place and rests for a while.
-- ARGV: worker, started, nonce, job id, token, reason, backoff in microseconds
local deed = ARGV[5] .. ':fail'
if remembered(deed) then
  return { 'done' }
end
local job, refusal = held(ARGV[4], ARGV[5])
if not job then
  return refusal
end
job.failures = job.failures + 1
job.rests_until = NOW + tonumber(ARGV[7])
add_reason(job, ARGV[6])
give_back(job)
remember(deed)
return { 'done' }
