package io.github.warmbatch.queue;

import static io.github.warmbatch.queue.Claims.granted;
import static io.github.warmbatch.queue.Claims.putOff;
import static io.github.warmbatch.queue.QueueBench.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.queue.DeadLetters.Position;
import io.github.warmbatch.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
  private final ManualClock clock = new ManualClock();
  private final InMemoryJobQueue queue =
      InMemoryJobQueue.builder().workerId("a").clock(clock, clock::onMove).build();
  private final Faults faults = new Faults();
  private final JobQueue faulty = faults.around(queue);

  @Test
  void anEndingWhoseAnswerWasLostTookEffectAndCanBeRepeated() throws Exception {
    submit(queue, "one");
    faults.at(QueueCall.COMPLETE, 1, Fault.answerLost());
    Lease lease = granted(faulty);
    assertThatThrownBy(lease::complete)
        .isExactlyInstanceOf(QueueException.class)
        .hasMessageContaining("answer was lost");
    assertThat(queue.stats().completed()).isEqualTo(1);
    lease.complete();
    assertThat(queue.stats().completed()).isEqualTo(1);
  }

  @Test
  void aClaimWhoseAnswerWasLostLeavesALeaseThatIsNobodys() throws Exception {
    submit(queue, "one");
    faults.at(QueueCall.CLAIM, 1, Fault.answerLost());
    assertThatThrownBy(() -> faulty.claim(Duration.ZERO)).isExactlyInstanceOf(QueueException.class);
    assertThat(putOff(faulty)).isPositive();
    clock.advance(Duration.ofSeconds(30));
    assertThat(granted(faulty).job().attempts()).isEqualTo(new Attempts(0, 1, 0));
  }

  @Test
  void aDisconnectedCallDoesNotArrive() throws Exception {
    submit(queue, "one");
    faults.always(QueueCall.COMPLETE, Fault.disconnected());
    Lease lease = granted(faulty);
    assertThatThrownBy(lease::complete)
        .isExactlyInstanceOf(QueueException.class)
        .hasMessageContaining("Not connected");
    assertThatThrownBy(lease::complete).isExactlyInstanceOf(QueueException.class);
    assertThat(queue.stats()).isEqualTo(new QueueStats(1, 1, 0, 0));
    faults.clear();
    lease.complete();
    assertThat(queue.stats().completed()).isEqualTo(1);
  }

  @Test
  void aCallDeliveredTwiceArrivesTwice() {
    faults.at(QueueCall.SUBMIT, 1, Fault.deliveredTwice());
    submit(faulty, "one");
    submit(faulty, "two");
    assertThat(queue.stats().queued()).isEqualTo(3);
  }

  @Test
  void theCallerOfAClaimDeliveredTwiceGetsTheFirstAnswer() throws Exception {
    submit(queue, "one");
    faults.at(QueueCall.CLAIM, 1, Fault.deliveredTwice());
    granted(faulty).complete();
    assertThat(queue.stats()).isEqualTo(new QueueStats(0, 0, 0, 1));
  }

  @Test
  void anEndingDeliveredTwiceHasNoSecondEffect() throws Exception {
    submit(queue, "one");
    faults.at(QueueCall.RELEASE, 1, Fault.deliveredTwice());
    granted(faulty).release();
    assertThat(granted(queue).job().attempts()).isEqualTo(new Attempts(0, 0, 1));
  }

  @Test
  void aDelayedCallArrivesAfterWhatHappenedMeanwhile() throws Exception {
    submit(queue, "one");
    faults.at(QueueCall.COMPLETE, 1, Fault.delayed(() -> clock.advance(Duration.ofSeconds(30))));
    Lease lease = granted(faulty);
    assertThatThrownBy(lease::complete).isInstanceOf(LeaseLostException.class);
    assertThat(queue.stats().queued()).isEqualTo(1);
  }

  @Test
  void aLateCallArrivesWhenTheMailboxIsRun() throws Exception {
    submit(queue, "one");
    Deque<Runnable> mailbox = new ArrayDeque<>();
    faults.at(QueueCall.CLAIM, 1, Fault.late(mailbox::add));
    assertThatThrownBy(() -> faulty.claim(Duration.ZERO))
        .isExactlyInstanceOf(QueueException.class)
        .hasMessageContaining("No answer in time");
    assertThat(queue.stats().inFlight()).isZero();
    mailbox.remove().run();
    assertThat(queue.stats().inFlight()).isEqualTo(1);
  }

  @Test
  void aJobWhoseCompletionWasForgottenIsDeliveredAgain() throws Exception {
    submit(queue, "one");
    faults.at(QueueCall.COMPLETE, 1, Fault.forgotten());
    Lease lease = granted(faulty);
    assertThatCode(lease::complete).doesNotThrowAnyException();
    clock.advance(Duration.ofSeconds(30));
    assertThat(granted(faulty).job().id()).isEqualTo(lease.job().id());
  }

  @Test
  void aFaultThatLeavesAQuestionUnansweredIsAMistakeInTheScript() {
    faults.at(QueueCall.STATS, 1, Fault.forgotten());
    assertThatThrownBy(faulty::stats)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("let it throw instead");
  }

  @ParameterizedTest
  @EnumSource(LeaseCall.class)
  void everyCallOfALeaseFollowsTheScript(LeaseCall call) throws Exception {
    submit(queue, "one");
    faults.at(QueueCall.valueOf(call.name()), 1, Fault.disconnected());
    Lease lease = granted(faulty);
    assertThatThrownBy(() -> call.on(lease)).isExactlyInstanceOf(QueueException.class);
    assertThat(queue.stats()).isEqualTo(new QueueStats(1, 1, 0, 0));
    assertThat(faults.outstanding()).isEmpty();
  }

  @Test
  void everyCallOfTheDeadLettersFollowsTheScript() {
    faults
        .at(QueueCall.LIST_DEAD_LETTERS, 1, Fault.disconnected())
        .at(QueueCall.REQUEUE_DEAD_LETTER, 1, Fault.disconnected())
        .at(QueueCall.DROP_DEAD_LETTER, 1, Fault.disconnected());
    DeadLetters letters = faulty.deadLetters();
    assertThatThrownBy(() -> letters.list(1)).isExactlyInstanceOf(QueueException.class);
    assertThatThrownBy(() -> letters.requeue("none", Position.BACK))
        .isExactlyInstanceOf(QueueException.class);
    assertThatThrownBy(() -> letters.drop("none")).isExactlyInstanceOf(QueueException.class);
    assertThat(faults.outstanding()).isEmpty();
  }

  @Test
  void callsAreCountedKindByKindFromOne() throws Exception {
    faults.at(QueueCall.STATS, 2, Fault.disconnected());
    assertThat(faulty.claim(Duration.ZERO)).isInstanceOf(Claim.Drained.class);
    assertThatCode(faulty::stats).doesNotThrowAnyException();
    assertThat(faults.outstanding()).containsExactly("STATS 2");
    assertThatThrownBy(faulty::stats).isInstanceOf(QueueException.class);
    assertThatCode(faulty::stats).doesNotThrowAnyException();
    assertThat(faults.outstanding()).isEmpty();
    assertThat(faults.count(QueueCall.STATS)).isEqualTo(3);
    assertThat(faults.count(QueueCall.SUBMIT)).isZero();
  }

  @Test
  void aCallOfThePastOrWithAFaultAlreadyIsRefused() {
    faults.at(QueueCall.STATS, 2, Fault.disconnected());
    assertThat(faulty.stats().queued()).isZero();
    assertThatThrownBy(() -> faults.at(QueueCall.STATS, 1, Fault.answerLost()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("STATS number 1 was made before");
    assertThatThrownBy(() -> faults.at(QueueCall.STATS, 2, Fault.answerLost()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("STATS number 2 has a fault already");
  }
}
