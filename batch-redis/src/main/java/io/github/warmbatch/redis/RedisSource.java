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

  /** An address. */
  record Address(RedisAddress address, Duration connectTimeout) implements RedisSource {
    @Override
    public String place() {
      return address.place();
    }

    @Override
    public RedissonClient client(RedisFailures failures) {
      return create(new ClientSettings(address, connectTimeout).config(), failures);
    }
  }

  /** A Redisson configuration in YAML: whatever an address cannot say. */
  record ConfigFile(Path file) implements RedisSource {
    @Override
    public String place() {
      return "the servers of " + file;
    }

    @Override
    public RedissonClient client(RedisFailures failures) {
      Config config = config();
      try {
        return create(config, failures);
      } catch (IllegalArgumentException e) {
        throw notAConfiguration(e);
      }
    }

    private Config config() {
      if (!Files.isReadable(file)) {
        throw new QueueRefusedException("The Redisson file %s cannot be read.".formatted(file));
      }
      try {
        return onMasters(Config.fromYAML(file.toFile()));
      } catch (IOException | RuntimeException e) {
        throw notAConfiguration(e);
      }
    }

    /** Without the cause and its message: they quote the file, and with it perhaps a password. */
    private QueueRefusedException notAConfiguration(Exception e) {
      return new QueueRefusedException(
          "The Redisson file %s is not a Redisson configuration in YAML (%s). An address in it has the form redis://host:port, or rediss://host:port for TLS."
              .formatted(file, e.getClass().getSimpleName()));
    }
  }

  /** As it is, but for the replicas, which the queue never asks. */
  private static Config onMasters(Config config) {
    if (config.isSentinelConfig()) {
      ClientSettings.useMastersAlone(config.useSentinelServers());
    } else if (config.isClusterConfig()) {
      ClientSettings.useMastersAlone(config.useClusterServers());
    }
    return config;
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

  /**
   * A client of this configuration.
   *
   * @throws IllegalArgumentException when the configuration cannot be one of any server
   */
  private static RedissonClient create(Config config, RedisFailures failures) {
    try {
      return Redisson.create(config);
    } catch (RedisException | IllegalStateException e) {
      throw failures.whileConnecting().explain(e);
    }
  }
}
