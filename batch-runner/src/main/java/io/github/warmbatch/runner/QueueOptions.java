package io.github.warmbatch.runner;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Which queue of which Redis. */
final class QueueOptions {
  static final String DEFAULT_QUEUE = "datasets";

  @Option(
      names = "--redis",
      paramLabel = "URI",
      description =
          "Redis, as redis://[[user]:password@]host[:port], or rediss:// over TLS."
              + " Default: redis://localhost:6379. Better give a password in the variable than in"
              + " the option, which others on the machine can see.")
  String redis = "redis://localhost:6379";

  @Option(
      names = "--queue",
      paramLabel = "NAME",
      description = "The list that holds the queue. Default: " + DEFAULT_QUEUE + ".")
  String queue = DEFAULT_QUEUE;

  /** The address of Redis. */
  URI uri() {
    try {
      URI uri = new URI(redis.strip());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("redis") || scheme.equals("rediss")) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new UsageException(complaint(), e);
    }
    throw new UsageException(complaint());
  }

  private String complaint() {
    return "--redis %s is not an address of Redis; write redis://host:6379, and special characters in"
            .formatted(Secrets.hide(redis))
        + " a password as %XX";
  }
}
