package io.github.warmbatch.redis;

import java.time.Duration;
import org.redisson.config.BaseConfig;
import org.redisson.config.BaseMasterSlaveServersConfig;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.redisson.config.ReadMode;
import org.redisson.config.SubscriptionMode;

/**
 * How a client is set up for an address: with much less than Redisson's defaults, which suit a
 * server. A worker needs few threads and few connections, and the primaries alone.
 *
 * @param address where Redis is
 * @param connectTimeout how long connecting may take
 */
record ClientSettings(RedisAddress address, Duration connectTimeout) {
  private static final int CALL_MILLIS = 3_000;
  private static final int RETRIES = 2;
  private static final Duration RETRY_DELAY = Duration.ofMillis(500);
  private static final int CONNECTIONS = 4;
  private static final int SCAN_MILLIS = 1_000;

  /** The settings as Redisson takes them. */
  Config config() {
    Config config = new Config().setThreads(2).setNettyThreads(2);
    // Else every argument of every call is searched for annotations; ours are bytes.
    config.setReferenceEnabled(false);
    config.setUsername(address.credentials().user()).setPassword(address.credentials().password());
    switch (address.topology()) {
      case SINGLE -> single(config);
      case SENTINEL -> sentinel(config);
      case CLUSTER -> cluster(config);
    }
    return config;
  }

  /** Keeps a client away from replicas: the queue's scripts write, so it never asks them. */
  static void useMastersAlone(BaseMasterSlaveServersConfig<?> config) {
    config.setReadMode(ReadMode.MASTER);
    config.setSubscriptionMode(SubscriptionMode.MASTER);
  }

  private void single(Config config) {
    patience(
        config
            .useSingleServer()
            .setAddress(address.servers()[0])
            .setDatabase(address.database())
            .setConnectionMinimumIdleSize(1)
            .setConnectionPoolSize(CONNECTIONS)
            .setSubscriptionConnectionMinimumIdleSize(0)
            .setSubscriptionConnectionPoolSize(1)
            .setDnsMonitoringInterval(-1));
  }

  private void sentinel(Config config) {
    masters(
        config
            .useSentinelServers()
            .setMasterName(address.master())
            .addSentinelAddress(address.servers())
            .setDatabase(address.database())
            // One is enough to ask: the others may be the ones that are down.
            .setCheckSentinelsList(false)
            .setScanInterval(SCAN_MILLIS));
  }

  private void cluster(Config config) {
    masters(
        config
            .useClusterServers()
            .addNodeAddress(address.servers())
            .setScanInterval(SCAN_MILLIS)
            // All keys are in one slot: whether the others are served is not the queue's concern.
            .setCheckSlotsCoverage(false));
  }

  private void masters(BaseMasterSlaveServersConfig<?> config) {
    useMastersAlone(config);
    config.setMasterConnectionMinimumIdleSize(1);
    config.setMasterConnectionPoolSize(CONNECTIONS);
    config.setSubscriptionConnectionMinimumIdleSize(0);
    config.setSubscriptionConnectionPoolSize(1);
    patience(config);
  }

  private void patience(BaseConfig<?> config) {
    config.setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()));
    config.setTimeout(CALL_MILLIS);
    config.setRetryAttempts(RETRIES);
    config.setRetryDelay(new ConstantDelay(RETRY_DELAY));
  }
}
