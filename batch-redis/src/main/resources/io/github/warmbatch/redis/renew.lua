-- Extends a lease from now on.
-- ARGV: worker, started, nonce, job id, token, lease in microseconds
local job, refusal = held(ARGV[4], ARGV[5])
if not job then
  return refusal
end
job.deadline = NOW + tonumber(ARGV[6])
put(BEGUN, job.id, job)
return { 'done' }
