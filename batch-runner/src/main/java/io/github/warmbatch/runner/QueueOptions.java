package io.github.warmbatch.runner;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which queue of which Redis. */
final class QueueOptions {
  @Option(
      names = "--redis",
      paramLabel = "URI",
      description =
          "Redis: redis://[[user]:password@]host[:port][/database];"
              + " redis-sentinel://[[user]:password@]host[:port],...[/database]?sentinelMasterId=name"
              + " for Sentinels; redis-cluster://[[user]:password@]host[:port],... for a cluster; each"
              + " with rediss in place of redis for TLS; or a Redisson configuration file (.yaml)."
              + " Default: redis://localhost:6379. Give a password by the environment: others on the"
              + " machine can read a command line.")
  String redis = "redis://localhost:6379";

  @Option(
      names = "--queue",
      paramLabel = "NAME",
      description = "The list that is the queue. Default: datasets.")
  String queue = "datasets";

  /** The Redisson configuration, where one is named in place of an address. */
  Optional<Path> redissonFile() {
    boolean isFile = redis.endsWith(".yaml") || redis.endsWith(".yml");
    return isFile ? Optional.of(Path.of(redis).toAbsolutePath()) : Optional.empty();
  }

  /** The address of Redis. */
  URI uri() {
    try {
      return new URI(redis.strip());
    } catch (URISyntaxException e) {
      // Without the value and the cause, which quote the address and with it a password.
      throw new UsageException(
          "--redis is not an address; write redis://host:6379, and special characters in a password"
              + " as %40 and the like");
    }
  }
}
