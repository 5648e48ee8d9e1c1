package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A signal ends the process, whatever the work does. */
@Timeout(60)
final class SignalHookTest {
  private static final Duration LONG = Duration.ofDays(1);

  private final List<Integer> ends = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private Duration timeLeft = Duration.ZERO;

  /** Work that notes what it is asked, and then does something. */
  private SignalHook.Stoppable work(Runnable onStop, Runnable onStopNow) {
    return new SignalHook.Stoppable() {
      @Override
      public Duration timeLeft() {
        return timeLeft;
      }

      @Override
      public void stop() {
        asked.add("stop");
        onStop.run();
      }

      @Override
      public void stopNow() {
        asked.add("stop now");
        onStopNow.run();
      }
    };
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aServerThatNeverAnswersDoesNotHoldTheProcess() {
    SignalHook hook = new SignalHook(Duration.ofMillis(50), ends::add);
    hook.guard(work(() -> {}, SignalHookTest::hang), Duration.ZERO);

    hook.onSignal();

    assertThat(ends).containsExactly(75);
    assertThat(asked).containsExactly("stop", "stop now");
  }

  @Test
  void whatIsGivenBackInTimeEndsTheProcessWithoutFurtherWaiting() {
    SignalHook hook = new SignalHook(LONG, ends::add);
    hook.guard(work(() -> {}, hook::close), Duration.ZERO);

    hook.onSignal();

    assertThat(ends).containsExactly(75);
  }

  @Test
  void workThatStopsWithinTheGraceIsNotAskedAgain() {
    SignalHook hook = new SignalHook(LONG, ends::add);
    hook.guard(work(hook::close, () -> {}), LONG);

    hook.onSignal();

    assertThat(asked).containsExactly("stop");
    assertThat(ends).containsExactly(75);
  }

  @Test
  void workThatHadEndedAlreadyKeepsItsExitCode() {
    SignalHook hook = new SignalHook(LONG, ends::add);
    hook.finished(3);
    hook.guard(work(hook::close, () -> {}), LONG);

    hook.onSignal();

    assertThat(ends).containsExactly(3);
  }

  @Test
  void aFailureToGiveBackEndsTheProcessAllTheSame() {
    SignalHook hook = new SignalHook(Duration.ofMillis(50), ends::add);
    hook.guard(
        work(
            () -> {},
            () -> {
              throw new IllegalStateException("the connection is gone");
            }),
        Duration.ZERO);

    hook.onSignal();

    assertThat(ends).containsExactly(75);
  }

  @Test
  void workThatWouldTakeLongerThanTheGraceIsGivenBackAtOnce() {
    SignalHook hook = new SignalHook(LONG, ends::add);
    timeLeft = LONG.plusSeconds(1);
    hook.guard(work(() -> {}, hook::close), LONG);

    hook.onSignal();

    assertThat(asked).containsExactly("stop", "stop now");
    assertThat(ends).containsExactly(75);
  }

  @Test
  void aSecondSignalEndsTheGrace() {
    SignalHook hook = new SignalHook(LONG, ends::add);
    hook.guard(work(hook::hurry, hook::close), LONG);

    hook.onSignal();

    assertThat(asked).containsExactly("stop", "stop now");
    assertThat(ends).containsExactly(75);
  }

  @Test
  void aThirdSignalEndsTheProcessThoughNothingIsGivenBack() throws InterruptedException {
    CountDownLatch givingBack = new CountDownLatch(1);
    SignalHook hook = new SignalHook(LONG, ends::add);
    hook.guard(
        work(
            hook::hurry,
            () -> {
              givingBack.countDown();
              hang();
            }),
        LONG);
    Thread signal = new Thread(hook::onSignal);
    signal.setDaemon(true);
    signal.start();
    givingBack.await();
    assertThat(ends).isEmpty();

    hook.hurry();

    assertThat(ends).containsExactly(75);
  }

  @Test
  void aSignalBeforeThereIsWorkLeavesTimeForWhatIsGoingOn() {
    SignalHook hook = new SignalHook(Duration.ofMillis(50), ends::add);

    hook.onSignal();
    hook.guard(work(() -> {}, () -> {}), LONG);

    assertThat(ends).containsExactly(75);
    assertThat(asked).as("work that begins afterwards is stopped at once").containsExactly("stop");
  }
}
