-- Forgets a dead letter, once.
-- ARGV: token of this call, job id
local deed = ARGV[1] .. ':drop'
if remembered(deed) then
  return { 'done' }
end
if redis.call('HDEL', DEAD, ARGV[2]) == 0 then
  return { 'none' }
end
remember(deed)
return { 'done' }
