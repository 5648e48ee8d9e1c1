-- Takes a finished job out of the list.
-- ARGV: worker, started, nonce, job id, token
return complete()
