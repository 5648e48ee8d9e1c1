-- Appends entries, once.
-- ARGV: token of this call, entries...
local deed = ARGV[1] .. ':submit'
if not remembered(deed) then
  redis.call('RPUSH', LIST, unpack(ARGV, 2))
  remember(deed)
end
return { 'done' }
