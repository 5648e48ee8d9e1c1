-- Lays a lease on the next job.
-- ARGV: worker, started, nonce, request, token, proposed id, lease in microseconds, how many in flight, side
return claim(4)
