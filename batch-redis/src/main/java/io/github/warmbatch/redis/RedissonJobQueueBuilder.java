package io.github.warmbatch.redis;

import io.github.warmbatch.queue.Order;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;

/**
 * How a {@link RedissonJobQueue} is opened. To be given: a name, and exactly one of {@link #redis},
 * {@link #redissonFile} and {@link #client}. The defaults: a worker id at random, leases of 30
 * seconds, first in first out, one job in flight, 5 seconds to connect. Not safe for use from many
 * threads. Setting an option twice is refused.
 */
public final class RedissonJobQueueBuilder {
  private static final Duration USUAL_LEASE = Duration.ofSeconds(30);
  private static final Duration LEAST_LEASE = Duration.ofMillis(100);
  private static final Duration MOST_LEASE = Duration.ofDays(7);
  private static final Duration USUAL_CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration MOST_CONNECT_TIMEOUT = Duration.ofHours(1);
  private static final int MOST_IN_FLIGHT = 1_000;
  private static final int LONGEST_TEXT = 200;

  private @Nullable RedisAddress address;
  private @Nullable Path file;
  private @Nullable RedissonClient client;
  private @Nullable String name;
  private @Nullable String workerId;
  private @Nullable Duration lease;
  private @Nullable Order order;
  private @Nullable Integer maxInFlight;
  private @Nullable Duration connectTimeout;

  RedissonJobQueueBuilder() {}

  /**
   * Where Redis is:
   *
   * <ul>
   *   <li>one server: {@code redis://[[user]:password@]host[:port][/database]};
   *   <li>Sentinels: {@code
   *       redis-sentinel://[[user]:password@]host[:port][,host[:port]...][/database][?sentinelMasterId=name]},
   *       on port 26379 and with the name {@code mymaster} where none are given. User and password
   *       are those of the servers; Sentinels that ask for one are given the same;
   *   <li>a cluster: {@code redis-cluster://[[user]:password@]host[:port][,host[:port]...]}, of
   *       which one node that answers is enough.
   * </ul>
   *
   * With {@code rediss} in place of {@code redis} the connection is TLS; the server's certificate
   * has to name its host and to be trusted by Java, whose trust store is another where the system
   * properties {@code javax.net.ssl.trustStore} and {@code javax.net.ssl.trustStorePassword} say
   * so. Special characters in user, password and name are written as %XX.
   *
   * @throws IllegalArgumentException when the address has another form
   */
  public RedissonJobQueueBuilder redis(URI uri) {
    address = once(address, RedisAddress.of(uri), "redis");
    return this;
  }

  /**
   * A Redisson configuration in YAML, for what an address cannot say: Sentinels with a password of
   * their own, a certificate to show, a trust store ({@code sslTruststore}). Taken as it is, except
   * that replicas are never asked, whatever its {@code readMode} says; {@code threads: 2} and
   * {@code nettyThreads: 2} suit a worker.
   */
  public RedissonJobQueueBuilder redissonFile(Path yaml) {
    file = once(file, yaml, "redissonFile");
    return this;
  }

  /** A client of the application's own, which closing the queue does not shut down. */
  public RedissonJobQueueBuilder client(RedissonClient redisson) {
    client = once(client, redisson, "client");
    return this;
  }

  /**
   * The queue's name: the key of its list.
   *
   * @throws IllegalArgumentException when it is empty, longer than 200 characters, has a closing
   *     brace but no hash tag, or is the name of a key beside another queue
   */
  public RedissonJobQueueBuilder name(String queue) {
    requireText(queue, "name");
    QueueKeys.sideKeyPrefix(queue);
    name = once(name, queue, "name");
    return this;
  }

  /**
   * Who works. A process started again under the same id takes its lease back at once.
   *
   * @throws IllegalArgumentException when it is empty or longer than 200 characters
   */
  public RedissonJobQueueBuilder workerId(String id) {
    requireText(id, "workerId");
    workerId = once(workerId, id, "workerId");
    return this;
  }

  /**
   * How long a lease is.
   *
   * @throws IllegalArgumentException when it is shorter than 100 milliseconds or longer than 7 days
   */
  public RedissonJobQueueBuilder lease(Duration length) {
    requireBetween(length, LEAST_LEASE, MOST_LEASE, "lease");
    lease = once(lease, length, "lease");
    return this;
  }

  /** Which end the claims come from. Begun jobs come first in either order. */
  public RedissonJobQueueBuilder order(Order claims) {
    order = once(order, claims, "order");
    return this;
  }

  /**
   * How many jobs may be in flight at once, those that back off included.
   *
   * @throws IllegalArgumentException when it is not from 1 to 1,000
   */
  public RedissonJobQueueBuilder maxInFlight(int jobs) {
    if (jobs < 1 || jobs > MOST_IN_FLIGHT) {
      throw new IllegalArgumentException(
          "The option maxInFlight is %d and has to be from 1 to %d."
              .formatted(jobs, MOST_IN_FLIGHT));
    }
    maxInFlight = once(maxInFlight, jobs, "maxInFlight");
    return this;
  }

  /**
   * How long connecting to the server of {@link #redis} may take. Refused together with {@link
   * #redissonFile} or {@link #client}, which bring a timeout of their own.
   *
   * @throws IllegalArgumentException when it is shorter than 100 milliseconds or longer than 1 hour
   */
  public RedissonJobQueueBuilder connectTimeout(Duration timeout) {
    requireBetween(timeout, LEAST_LEASE, MOST_CONNECT_TIMEOUT, "connectTimeout");
    connectTimeout = once(connectTimeout, timeout, "connectTimeout");
    return this;
  }

  /**
   * Connects to Redis and opens the queue. Changes nothing there.
   *
   * @throws io.github.warmbatch.queue.QueueException when Redis cannot be reached or refuses, or
   *     the Redisson file cannot be used
   * @throws IllegalStateException when an option is missing or contradicts another
   */
  public RedissonJobQueue connect() {
    if (name == null) {
      throw new IllegalStateException("The option name is missing: which list is the queue?");
    }
    RedisSource source = source();
    RedisFailures failures = new RedisFailures(source.place(), name);
    RedissonClient redisson = source.client(failures);
    try {
      return open(redisson, new ScriptRunner(redisson, QueueKeys.of(name), failures), name);
    } catch (RuntimeException e) {
      if (source.ownsClient()) {
        redisson.shutdown(0, 1, TimeUnit.SECONDS);
      }
      throw e;
    }
  }

  private RedissonJobQueue open(RedissonClient redisson, ScriptRunner scripts, String queue) {
    String worker = workerId == null ? "worker-" + UUID.randomUUID() : workerId;
    Connection connection =
        new Connection(
            queue, scripts, Identity.begin(worker, scripts), lease == null ? USUAL_LEASE : lease);
    RedissonJobQueue.Terms terms =
        new RedissonJobQueue.Terms(
            order == null ? Order.FIFO : order,
            maxInFlight == null ? 1 : maxInFlight,
            client == null);
    return new RedissonJobQueue(redisson, connection, terms);
  }

  private RedisSource source() {
    int given = (address == null ? 0 : 1) + (file == null ? 0 : 1) + (client == null ? 0 : 1);
    if (given != 1) {
      throw new IllegalStateException(
          "Give exactly one of the options redis, redissonFile and client; %d are given."
              .formatted(given));
    }
    if (connectTimeout != null && address == null) {
      throw new IllegalStateException(
          "The option connectTimeout goes with redis only, not with %s: set the timeout there, or leave connectTimeout out."
              .formatted(client == null ? "redissonFile" : "client"));
    }
    if (client != null) {
      return new RedisSource.Given(client);
    }
    if (file != null) {
      return new RedisSource.ConfigFile(file);
    }
    Duration timeout = connectTimeout == null ? USUAL_CONNECT_TIMEOUT : connectTimeout;
    return new RedisSource.Address(Objects.requireNonNull(address), timeout);
  }

  private static void requireText(String value, String option) {
    if (value.isBlank() || value.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "The option %s is '%s' and has to be a text of 1 to %d characters."
              .formatted(option, value.substring(0, Math.min(value.length(), 40)), LONGEST_TEXT));
    }
  }

  private static void requireBetween(Duration value, Duration least, Duration most, String option) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "The option %s is %s and has to be from %s to %s.".formatted(option, value, least, most));
    }
  }

  private static <T> T once(@Nullable T before, T value, String option) {
    if (before != null) {
      throw new IllegalStateException("The option %s was set before.".formatted(option));
    }
    return value;
  }
}
