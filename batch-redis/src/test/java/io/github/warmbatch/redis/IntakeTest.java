package io.github.warmbatch.redis;

import static io.github.warmbatch.queue.Claims.granted;
import static io.github.warmbatch.queue.Claims.putOff;
import static io.github.warmbatch.queue.Claims.workedOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.queue.Attempts;
import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.DeadLetters;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.LeaseLostException;
import io.github.warmbatch.queue.Order;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.QueueStats;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list is the truth: what is in it, and what of it survives. */
class IntakeTest extends RedisTest {

  @Test
  void anEntryStaysInTheListUntilItIsCompleted() throws Exception {
    redis.push(NAME, "one", "two");
    Lease lease = granted(worker("a"));
    assertThat(redis.entries(NAME)).containsExactly("one", "two");
    lease.complete();
    assertThat(redis.entries(NAME)).containsExactly("two");
  }

  @Test
  void lifoRemovesFromTheTail() throws Exception {
    redis.push(NAME, "same", "other", "same");
    RedissonJobQueue queue = open(options("a").order(Order.LIFO));
    Lease lease = granted(queue);
    lease.complete();
    assertThat(redis.entries(NAME)).containsExactly("same", "other");
  }

  @Test
  void lifoTakesTheNewestOfSeveralPushedBehindAJobInFlight() throws Exception {
    redis.push(NAME, "one", "two");
    RedissonJobQueue queue = open(options("a").order(Order.LIFO).maxInFlight(2));
    granted(queue).renew();
    redis.push(NAME, "three", "four");
    assertThat(granted(queue).job().payload().text()).isEqualTo("four");
  }

  @Test
  void duplicateBytesRemoveOneEntry() throws Exception {
    redis.push(NAME, "same", "other", "same");
    granted(worker("a")).complete();
    assertThat(redis.entries(NAME)).containsExactly("other", "same");
  }

  @Test
  void equalEntriesInFlightAreTwoJobs() throws Exception {
    redis.push(NAME, "same", "same", "same");
    RedissonJobQueue queue = open(options("a").maxInFlight(2));
    Lease first = granted(queue);
    Lease second = granted(queue);
    assertThat(first.job().id()).isNotEqualTo(second.job().id());
    first.complete();
    second.complete();
    assertThat(redis.entries(NAME)).containsExactly("same");
    assertThat(queue.stats()).isEqualTo(new QueueStats(1, 0, 0, 2));
  }

  @Test
  void ofSeveralBegunJobsTheFirstBegunIsNext() throws Exception {
    redis.push(NAME, "one", "two");
    RedissonJobQueue queue = open(options("a").maxInFlight(2));
    Lease first = granted(queue);
    granted(queue).release();
    first.release();
    assertThat(granted(queue).job().id()).isEqualTo(first.job().id());
  }

  @Test
  void anEntryTakenOutByHandIsForgotten() throws Exception {
    redis.push(NAME, "one", "two");
    RedissonJobQueue queue = worker("a");
    granted(queue).fail("broken", Duration.ofHours(1));
    redis.command("LREM datasets 1 one");
    assertThat(granted(queue).job().payload().text()).isEqualTo("two");
  }

  @Test
  void oneOfTwoEqualEntriesTakenOutByHandLeavesOneJob() throws Exception {
    redis.push(NAME, "same", "same");
    RedissonJobQueue queue = open(options("a").maxInFlight(2));
    Lease first = granted(queue);
    Lease second = granted(queue);
    first.release();
    second.release();
    redis.command("LREM datasets 1 same");
    granted(queue).renew();
    assertThat(putOff(queue)).isPositive();
  }

  @Test
  void aLeaseOutlivesItsEntryTakenOutByHand() throws Exception {
    redis.push(NAME, "one");
    Lease lease = granted(worker("a"));
    redis.command("DEL datasets");
    assertThat(putOff(worker("b"))).isPositive();
    lease.complete();
    assertThat(worker("b").claim(Duration.ZERO)).isInstanceOf(Claim.Drained.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"begun", "workers", "counters", "dead", "history"})
  void sideKeysLostBetweenClaimAndCompleteLoseNoJob(String key) throws Exception {
    redis.push(NAME, "one", "two", "three");
    RedissonJobQueue queue = worker("a");
    granted(queue).bury("no use");
    granted(queue).fail("broken", Duration.ZERO);
    Lease lease = granted(queue);
    redis.command("DEL {datasets}:" + key);
    boolean lost = !completes(lease);
    assertThat(lost).isEqualTo(key.equals("begun"));
    assertThat(workedOff(queue))
        .containsExactlyElementsOf(lost ? List.of("two", "three") : List.of("three"));
  }

  @Test
  void sideKeysLostBetweenCommitAndComplete() throws Exception {
    redis.push(NAME, "one");
    RedissonJobQueue queue = worker("a");
    Lease lease = granted(queue);
    redis.command("DEL {datasets}:begun {datasets}:workers {datasets}:counters {datasets}:history");
    assertThatThrownBy(lease::complete).isInstanceOf(LeaseLostException.class);
    Lease again = granted(queue);
    assertThat(again.job().payload().text()).isEqualTo("one");
    assertThat(again.job().id()).isNotEqualTo(lease.job().id());
    assertThat(again.job().attempts()).isEqualTo(Attempts.NONE);
    assertThat(again.fencingToken()).isGreaterThan(lease.fencingToken());
  }

  @Test
  void fencingNumbersRiseWhenTheClockWasSetBack() throws Exception {
    redis.push(NAME, "one");
    redis.command("HSET {datasets}:counters fence 4102444800000000");
    assertThat(granted(worker("a")).fencingToken()).isEqualTo(4_102_444_800_000_001L);
  }

  @Test
  void nothingIsLeftOverButCountersHistoryAndWorkers() throws Exception {
    redis.push(NAME, "one", "two");
    RedissonJobQueue queue = worker("a");
    granted(queue).fail("broken", Duration.ZERO);
    workedOff(queue);
    assertThat(redis.client().getKeys().getKeys())
        .containsExactlyInAnyOrder(
            "{datasets}:counters", "{datasets}:history", "{datasets}:workers");
  }

  @Test
  void whoOnlyLooksAndSubmitsLeavesNoTraceOfItself() {
    RedissonJobQueue queue = worker("a");
    queue.submit(List.of(Payload.of("one")));
    assertThat(queue.stats()).isEqualTo(new QueueStats(1, 0, 0, 0));
    assertThat(redis.client().getKeys().getKeys()).doesNotContain("{datasets}:workers");
  }

  @Test
  void manyEntriesAreSubmittedInOrder() {
    List<Payload> many = IntStream.range(0, 2_500).mapToObj(i -> Payload.of("job " + i)).toList();
    worker("a").submit(many);
    assertThat(redis.entries(NAME))
        .containsExactlyElementsOf(many.stream().map(Payload::text).toList());
  }

  @Test
  void aMonstrousEntryIsShownInPart() throws Exception {
    String monster = "x".repeat(100_000);
    redis.push(NAME, monster);
    RedissonJobQueue queue = worker("a");
    Lease lease = granted(queue);
    assertThat(lease.job().payload().text()).isEqualTo("x".repeat(65_536));
    lease.bury("too long");
    assertThat(queue.deadLetters().requeue(lease.job().id(), DeadLetters.Position.BACK)).isTrue();
    assertThat(redis.entries(NAME)).containsExactly(monster);
  }

  private static boolean completes(Lease lease) {
    try {
      lease.complete();
      return true;
    } catch (LeaseLostException e) {
      return false;
    }
  }
}
