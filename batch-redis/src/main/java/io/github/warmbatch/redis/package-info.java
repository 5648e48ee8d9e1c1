/**
 * The job queue over Redis, by Redisson.
 *
 * <p>{@link io.github.warmbatch.redis.RedissonJobQueue} is what a user opens. The intake is a plain
 * list, and an entry stays in it until it is completed or dead-lettered; leases, counters and dead
 * letters live in keys of their own beside it, changed by Lua scripts alone. Losing all of those
 * loses no job. Depends on the queue's interfaces of batch-core and on nothing else of it.
 */
@NullMarked
package io.github.warmbatch.redis;

import org.jspecify.annotations.NullMarked;
