-- Answers what a worker of the older scheme left in its list, the last taken first.
-- KEYS behind the usual ones: that list. ARGV: how many
return redis.call('LRANGE', KEYS[7], 0, ARGV[1] - 1)
