-- Takes a finished job out of the list. Done again, it answers the same and does nothing.
-- ARGV: worker, started, nonce, job id, token
local deed = ARGV[5] .. ':complete'
if remembered(deed) then
  return { 'done' }
end
local job, refusal = held(ARGV[4], ARGV[5])
if not job then
  return refusal
end
take_out(job)
redis.call('HINCRBY', COUNTERS, 'completed', 1)
remember(deed)
return { 'done' }
