-- Asks for the start of a session, later than any that this worker id is known to have had, even if the server's clock
-- was set back. Changes nothing, so that whoever only looks leaves no trace. Reading the list's length fails here, at
-- the start, when something else than a list is at its key.
redis.call('LLEN', LIST)
local known = get(WORKERS, ARGV[1])
return { text(known and math.max(NOW, known.started + 1) or NOW) }
