-- Pushes a dead letter's bytes as a new entry, once.
-- ARGV: token of this call, job id, side
local deed = ARGV[1] .. ':requeue'
if remembered(deed) then
  return { 'done' }
end
local letter = get(DEAD, ARGV[2])
if not letter then
  return { 'none' }
end
redis.call('HDEL', DEAD, ARGV[2])
redis.call(ARGV[3] == 'L' and 'LPUSH' or 'RPUSH', LIST, letter.payload)
remember(deed)
return { 'done' }
