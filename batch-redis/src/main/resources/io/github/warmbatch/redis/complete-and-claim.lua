-- Takes a finished job out of the list, and lays a lease on the next one. Whoever may not complete gets no lease.
-- ARGV: worker, started, nonce, job id, token, and for the next: request, token, proposed id, lease in microseconds, how
-- many in flight, side
local completed = complete()
return completed[1] == 'done' and claim(6) or completed
