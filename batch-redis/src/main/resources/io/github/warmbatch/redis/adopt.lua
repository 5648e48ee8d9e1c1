-- Moves the entry that a worker of the older scheme took last to where the next claim looks, once; and only if it is
-- still this one.
-- KEYS behind the usual ones: the older scheme's list. ARGV: token of this call, side, entry
local deed = ARGV[1] .. ':adopt'
if remembered(deed) then
  return { 'done' }
end
if redis.call('LINDEX', KEYS[7], 0) ~= ARGV[3] then
  return { 'none' }
end
redis.call('LMOVE', KEYS[7], LIST, 'LEFT', ARGV[2] == 'L' and 'LEFT' or 'RIGHT')
remember(deed)
return { 'done' }
