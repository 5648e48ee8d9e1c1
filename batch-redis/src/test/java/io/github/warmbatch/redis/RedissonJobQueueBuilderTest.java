package io.github.warmbatch.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.queue.Order;
import io.github.warmbatch.queue.QueueException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;

class RedissonJobQueueBuilderTest {
  private static final URI REDIS = URI.create("redis://127.0.0.1");

  @Test
  void whatIsOutOfBoundsIsRefusedAtTheCall() {
    refuses(options -> options.name(" "), "name");
    refuses(options -> options.name("n".repeat(201)), "name");
    refuses(options -> options.name("a}b"), "name");
    refuses(options -> options.workerId(""), "workerId");
    refuses(options -> options.lease(Duration.ofMillis(99)), "lease");
    refuses(options -> options.lease(Duration.ofDays(8)), "lease");
    refuses(options -> options.maxInFlight(0), "maxInFlight");
    refuses(options -> options.maxInFlight(1_001), "maxInFlight");
    refuses(options -> options.connectTimeout(Duration.ZERO), "connectTimeout");
  }

  @Test
  void anOptionSetTwiceIsRefused() {
    List<Consumer<RedissonJobQueueBuilder>> settings =
        List.of(
            options -> options.redis(REDIS),
            options -> options.redissonFile(Path.of("a.yaml")),
            options -> options.name("a"),
            options -> options.workerId("a"),
            options -> options.lease(Duration.ofSeconds(1)),
            options -> options.order(Order.LIFO),
            options -> options.maxInFlight(2),
            options -> options.connectTimeout(Duration.ofSeconds(1)));
    for (Consumer<RedissonJobQueueBuilder> setting : settings) {
      RedissonJobQueueBuilder options = RedissonJobQueue.builder();
      setting.accept(options);
      assertThatThrownBy(() -> setting.accept(options))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("was set before");
    }
  }

  @Test
  void whatIsMissingOrContradictsIsSaidBeforeConnecting() {
    assertThatThrownBy(() -> RedissonJobQueue.builder().redis(REDIS).connect())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("name is missing");
    assertThatThrownBy(() -> RedissonJobQueue.builder().name("a").connect())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("0 are given");
    assertThatThrownBy(
            () ->
                RedissonJobQueue.builder()
                    .name("a")
                    .redis(REDIS)
                    .redissonFile(Path.of("a.yaml"))
                    .connect())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2 are given");
  }

  @Test
  void aConnectTimeoutThatWouldHaveNoEffectIsRefused() {
    RedissonClient client =
        (RedissonClient)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RedissonClient.class},
                (proxy, method, arguments) -> {
                  throw new AssertionError("called " + method);
                });
    refusesConnectTimeout(options -> options.client(client), "client");
    refusesConnectTimeout(options -> options.redissonFile(Path.of("a.yaml")), "redissonFile");
  }

  @Test
  void aRedissonFileThatIsNotThereIsNamed() {
    assertThatThrownBy(
            () ->
                RedissonJobQueue.builder()
                    .name("a")
                    .redissonFile(Path.of("no-such.yaml"))
                    .connect())
        .isInstanceOf(QueueException.class)
        .hasMessageContaining("no-such.yaml cannot be read");
  }

  @Test
  void theScriptsAreInTheJar() {
    for (Script script : Script.values()) {
      assertThat(script.text()).startsWith("-- What every script shares").contains("return");
    }
  }

  private static void refusesConnectTimeout(
      Consumer<RedissonJobQueueBuilder> source, String option) {
    RedissonJobQueueBuilder options =
        RedissonJobQueue.builder().name("a").connectTimeout(Duration.ofSeconds(1));
    source.accept(options);
    assertThatThrownBy(options::connect)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("connectTimeout")
        .hasMessageContaining("not with " + option);
  }

  private static void refuses(Consumer<RedissonJobQueueBuilder> setting, String option) {
    assertThatThrownBy(() -> setting.accept(RedissonJobQueue.builder()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(option);
  }
}
