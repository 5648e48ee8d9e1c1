package io.github.warmbatch.redis;

import static io.github.warmbatch.queue.Claims.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.QueueRefusedException;
import io.github.warmbatch.queue.QueueStats;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing that is kept beside the list grows without bound, and no bound loses a job. */
class BoundsTest extends RedisTest {

  @Test
  void aJobIsNotBuriedWhereTheDeadLettersAreFull() throws Exception {
    redis.push(NAME, "one");
    redis.eval("for i = 1, 10000 do redis.call('HSET', '{datasets}:dead', i, '') end return 'OK'");
    RedissonJobQueue queue = worker("a");
    Lease lease = granted(queue);
    assertThatThrownBy(() -> lease.bury("no use"))
        .isInstanceOf(QueueRefusedException.class)
        .hasMessageContaining("10000 dead letters")
        .hasMessageContaining(lease.job().id())
        .hasMessageContaining("'warmbatch dead-letters list'")
        .hasMessageContaining("'drop' or 'requeue'");
    assertThat(lease.remaining()).isPositive();
    assertThat(redis.entries(NAME)).containsExactly("one");
    assertThat(queue.deadLetters().drop("1")).isTrue();
    lease.bury("no use");
    assertThat(queue.stats()).isEqualTo(new QueueStats(0, 0, 10_000, 0));
  }

  @Test
  void theHistoryIsBounded() throws Exception {
    RedissonJobQueue queue = worker("a");
    queue.submit(IntStream.range(0, 1_050).mapToObj(i -> Payload.of("job " + i)).toList());
    for (int i = 0; i < 1_050; i++) {
      granted(queue).complete();
    }
    assertThat(redis.command("ZCARD {datasets}:history")).isEqualTo("1000");
  }

  @Test
  void theWorkersRememberedAreBounded() throws Exception {
    redis.push(NAME, "one");
    redis.eval(
        """
        for i = 1, 1000 do
          redis.call('HSET', '{datasets}:workers', i,
            cmsgpack.pack({ started = 1, nonce = 1, granted = 0, seen = 4102444800000000 + i }))
        end
        return 'OK'
        """);
    granted(worker("a"));
    assertThat(redis.command("HLEN {datasets}:workers")).isEqualTo("1000");
    assertThat(redis.command("HEXISTS {datasets}:workers 1")).isEqualTo("0");
    assertThat(redis.command("HEXISTS {datasets}:workers a")).isEqualTo("1");
  }

  @Test
  void reasonsAreCutAndTheirNumberIsBounded() throws Exception {
    redis.push(NAME, "one");
    RedissonJobQueue queue = worker("a");
    for (int i = 0; i < 20; i++) {
      granted(queue).fail("broken ".repeat(1_000), Duration.ZERO);
    }
    assertThat(Integer.parseInt(redis.command("MEMORY USAGE {datasets}:begun"))).isLessThan(15_000);
  }
}
