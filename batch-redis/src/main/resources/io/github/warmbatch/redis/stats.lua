-- Answers: entries, those under a lease that runs, dead letters, completed.
local in_flight = 0
for _, packed in ipairs(redis.call('HVALS', BEGUN)) do
  if leased(cmsgpack.unpack(packed)) then
    in_flight = in_flight + 1
  end
end
return { text(redis.call('LLEN', LIST)), text(in_flight), text(redis.call('HLEN', DEAD)),
  text(tonumber(redis.call('HGET', COUNTERS, 'completed') or 0)) }
