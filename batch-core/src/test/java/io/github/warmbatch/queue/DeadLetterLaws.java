package io.github.warmbatch.queue;

import static io.github.warmbatch.queue.Claims.granted;
import static io.github.warmbatch.queue.Claims.workedOff;
import static io.github.warmbatch.queue.QueueBench.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.queue.DeadLetters.Position;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The laws of {@link DeadLetters}. */
public interface DeadLetterLaws extends QueueBench {

  /** Submits an entry of this text to an empty queue and gives it up; the job's id. */
  static String buried(JobQueue queue, String text) throws InterruptedException {
    submit(queue, text);
    Lease lease = granted(queue);
    lease.bury(text + " is no use");
    return lease.job().id();
  }

  /** Nothing was given up yet. */
  @Test
  default void aNewQueueHasNoDeadLetters() {
    assertThat(worker("a").deadLetters().list(10)).isEmpty();
  }

  /** What is known of the job is kept. */
  @Test
  default void aBuriedJobBecomesADeadLetter() throws Exception {
    JobQueue a = worker("a");
    Payload bytes = Payload.of(new byte[] {(byte) 0xff, 0, (byte) 0x80});
    a.submit(List.of(bytes));
    granted(a).fail("broken", Duration.ZERO);
    Lease lease = granted(a);
    lease.bury("no use");
    DeadLetter letter = a.deadLetters().list(10).get(0);
    assertThat(letter.job().id()).isEqualTo(lease.job().id());
    assertThat(letter.job().payload()).isEqualTo(bytes);
    assertThat(letter.reasons()).containsExactly("broken", "no use");
    assertThat(letter.reason()).isEqualTo("no use");
    assertThat(letter.begunAt()).isBeforeOrEqualTo(letter.buriedAt());
  }

  /** Each delivery is counted, and the one that the job was given up in is a failure. */
  @Test
  default void aDeadLetterCountsTheDeliveryThatItWasGivenUpIn() throws Exception {
    JobQueue a = worker("a");
    submit(a, "bad");
    granted(a).release();
    granted(a).fail("broken", Duration.ZERO);
    granted(a).fail("broken", Duration.ZERO);
    granted(a).bury("no use");
    DeadLetter letter = a.deadLetters().list(1).get(0);
    assertThat(letter.job().attempts()).isEqualTo(new Attempts(3, 0, 1));
    assertThat(letter.reasons()).hasSize(3);
  }

  /** One bad job does not stop the queue, and is no entry any more. */
  @Test
  default void theQueueGoesOnAfterABurial() throws Exception {
    JobQueue a = worker("a");
    submit(a, "bad", "good");
    granted(a).bury("no use");
    assertThat(a.stats()).isEqualTo(new QueueStats(1, 0, 1, 0));
    assertThat(workedOff(a)).containsExactly("good");
    assertThat(a.stats().isDrained()).isTrue();
  }

  /** Of equal entries one is given up, the others are not. */
  @Test
  default void aBurialTakesOneOfEqualEntries() throws Exception {
    JobQueue a = worker("a");
    submit(a, "same", "other", "same");
    granted(a).bury("no use");
    assertThat(workedOff(a)).containsExactly("other", "same");
  }

  /** The oldest first, and no more than asked for. */
  @Test
  default void deadLettersAreListedOldestFirst() throws Exception {
    JobQueue a = worker("a");
    String first = buried(a, "one");
    String second = buried(a, "two");
    String third = buried(a, "three");
    DeadLetters letters = a.deadLetters();
    assertThat(letters.list(10))
        .extracting(letter -> letter.job().id())
        .containsExactly(first, second, third);
    assertThat(letters.list(2))
        .extracting(letter -> letter.job().id())
        .containsExactly(first, second);
  }

  /** Nothing is no amount to list. */
  @Test
  default void aLimitBelowOneIsRefused() {
    DeadLetters letters = worker("a").deadLetters();
    assertThatThrownBy(() -> letters.list(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }

  /** Text from outside is bounded. */
  @Test
  default void aLongReasonIsCut() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    granted(a).fail("é".repeat(100_000), Duration.ZERO);
    granted(a).bury("no use: " + "é".repeat(100_000));
    DeadLetter letter = a.deadLetters().list(1).get(0);
    assertThat(letter.reason())
        .hasSizeLessThanOrEqualTo(DeadLetter.REASON_LIMIT)
        .startsWith("no use: éé");
    assertThat(letter.reasons().get(0))
        .hasSizeLessThanOrEqualTo(DeadLetter.REASON_LIMIT)
        .startsWith("éé");
  }

  /** However often a job failed, its last reasons are kept and no more. */
  @Test
  default void theLastReasonsAreKept() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    for (int i = 1; i <= DeadLetter.REASONS_LIMIT + 2; i++) {
      granted(a).fail("failure " + i, Duration.ZERO);
    }
    granted(a).bury("no use");
    assertThat(a.deadLetters().list(1).get(0).reasons())
        .hasSize(DeadLetter.REASONS_LIMIT)
        .startsWith("failure 4")
        .endsWith("failure 12", "no use");
  }

  /** To the front: before all that wait, and as a job of its own. */
  @Test
  default void aDeadLetterRequeuedToTheFrontIsNext() throws Exception {
    JobQueue a = worker("a");
    String id = buried(a, "bad");
    submit(a, "one", "two");
    assertThat(a.deadLetters().requeue(id, Position.FRONT)).isTrue();
    assertThat(a.deadLetters().list(10)).isEmpty();
    assertThat(workedOff(a)).containsExactly("bad", "one", "two");
  }

  /** To the back: after all that wait. */
  @Test
  default void aDeadLetterRequeuedToTheBackIsLast() throws Exception {
    JobQueue a = worker("a");
    String id = buried(a, "bad");
    submit(a, "one", "two");
    assertThat(a.deadLetters().requeue(id, Position.BACK)).isTrue();
    assertThat(workedOff(a)).containsExactly("one", "two", "bad");
  }

  /** Front is where the claims come from. */
  @Test
  default void lifoRequeuesToTheEndsItClaimsFrom() throws Exception {
    JobQueue a = connect("a", Terms.USUAL.withOrder(Order.LIFO));
    String front = buried(a, "front");
    String back = buried(a, "back");
    submit(a, "one", "two");
    a.deadLetters().requeue(front, Position.FRONT);
    a.deadLetters().requeue(back, Position.BACK);
    assertThat(workedOff(a)).containsExactly("front", "two", "one", "back");
  }

  /** It starts afresh: its bytes are the old ones, all else is new. */
  @Test
  default void aRequeuedDeadLetterIsANewJobOfTheSameBytes() throws Exception {
    JobQueue a = worker("a");
    Payload bytes = Payload.of(new byte[] {(byte) 0xff, 0, (byte) 0x80});
    a.submit(List.of(bytes));
    granted(a).fail("broken", Duration.ZERO);
    Lease lease = granted(a);
    lease.bury("no use");
    a.deadLetters().requeue(lease.job().id(), Position.FRONT);
    Job again = granted(a).job();
    assertThat(again.id()).isNotEqualTo(lease.job().id());
    assertThat(again.payload()).isEqualTo(bytes);
    assertThat(again.attempts()).isEqualTo(Attempts.NONE);
  }

  /** Someone waits for work; this is work. */
  @Test
  default void aRequeueWakesAWaitingClaim() throws Exception {
    JobQueue a = worker("a");
    String id = buried(a, "bad");
    Background<Claim> claim = Background.waitingClaim(a);
    worker("b").deadLetters().requeue(id, Position.BACK);
    assertThat(granted(claim.result()).job().payload().text()).isEqualTo("bad");
  }

  /** A second call finds nothing, and pushes nothing. */
  @Test
  default void requeueingTwicePushesOnce() throws Exception {
    JobQueue a = worker("a");
    String id = buried(a, "bad");
    assertThat(a.deadLetters().requeue(id, Position.BACK)).isTrue();
    assertThat(a.deadLetters().requeue(id, Position.BACK)).isFalse();
    assertThat(a.stats()).isEqualTo(new QueueStats(1, 0, 0, 0));
  }

  /** Dropped is forgotten. */
  @Test
  default void aDroppedDeadLetterIsGone() throws Exception {
    JobQueue a = worker("a");
    String first = buried(a, "one");
    String second = buried(a, "two");
    assertThat(a.deadLetters().drop(first)).isTrue();
    assertThat(a.deadLetters().drop(first)).isFalse();
    assertThat(a.deadLetters().list(10))
        .extracting(letter -> letter.job().id())
        .containsExactly(second);
    assertThat(a.stats()).isEqualTo(new QueueStats(0, 0, 1, 0));
  }

  /** An id nobody knows is no error. */
  @Test
  default void anUnknownDeadLetterIsSaidToBeUnknown() {
    DeadLetters letters = worker("a").deadLetters();
    assertThat(letters.requeue("none", Position.FRONT)).isFalse();
    assertThat(letters.drop("none")).isFalse();
  }
}
