-- Takes a finished job out of the list. Done again, it answers the same and does nothing.
-- ARGV: worker, started, nonce, job id, token
return ending('complete', function(job)
  take_out(job)
  redis.call('HINCRBY', COUNTERS, 'completed', 1)
end)
