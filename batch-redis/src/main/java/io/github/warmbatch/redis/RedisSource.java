package io.github.warmbatch.redis;

import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.QueueRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;

/** What a connection to Redis is made from. */
sealed interface RedisSource {

  /** For people: where Redis is. */
  String place();

  /** Whether the client is made here, and so is to be shut down with the queue. */
  default boolean ownsClient() {
    return true;
  }

  /**
   * A client of this source.
   *
   * @throws QueueException when Redis cannot be reached or refuses
   */
  RedissonClient client(RedisFailures failures);

  /** One server. */
  record Address(RedisAddress address, Duration connectTimeout) implements RedisSource {
    private static final int CALL_MILLIS = 3_000;
    private static final int RETRIES = 2;
    private static final Duration RETRY_DELAY = Duration.ofMillis(500);
    private static final int CONNECTIONS = 4;

    @Override
    public String place() {
      return address.place();
    }

    @Override
    public RedissonClient client(RedisFailures failures) {
      return create(config(), failures);
    }

    /** Much less than Redisson's defaults, which suit a server: few threads, few connections. */
    private Config config() {
      Config config = new Config().setThreads(2).setNettyThreads(2);
      config.setUsername(address.user()).setPassword(address.password());
      config
          .useSingleServer()
          .setAddress(address.server())
          .setDatabase(address.database())
          .setConnectionMinimumIdleSize(1)
          .setConnectionPoolSize(CONNECTIONS)
          .setSubscriptionConnectionMinimumIdleSize(0)
          .setSubscriptionConnectionPoolSize(1)
          .setDnsMonitoringInterval(-1)
          .setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()))
          .setTimeout(CALL_MILLIS)
          .setRetryAttempts(RETRIES)
          .setRetryDelay(new ConstantDelay(RETRY_DELAY));
      return config;
    }
  }

  /** A Redisson configuration in YAML: Sentinel, cluster, certificates. */
  record ConfigFile(Path file) implements RedisSource {
    @Override
    public String place() {
      return "the servers of " + file;
    }

    @Override
    public RedissonClient client(RedisFailures failures) {
      return create(config(), failures);
    }

    private Config config() {
      if (!Files.isReadable(file)) {
        throw new QueueRefusedException("The Redisson file %s cannot be read.".formatted(file));
      }
      try {
        return Config.fromYAML(file.toFile());
      } catch (IOException | RuntimeException e) {
        // Neither the cause nor its message: they quote the file, and with it perhaps a password.
        throw new QueueRefusedException(
            "The Redisson file %s is not a Redisson configuration in YAML (%s)."
                .formatted(file, e.getClass().getSimpleName()));
      }
    }
  }

  /** A client that the application made, and shuts down. */
  record Given(RedissonClient made) implements RedisSource {
    @Override
    public String place() {
      return "the servers of the given client";
    }

    @Override
    public boolean ownsClient() {
      return false;
    }

    @Override
    public RedissonClient client(RedisFailures failures) {
      return made;
    }
  }

  private static RedissonClient create(Config config, RedisFailures failures) {
    try {
      return Redisson.create(config);
    } catch (RedisException | IllegalArgumentException | IllegalStateException e) {
      throw failures.explain(e);
    }
  }
}
