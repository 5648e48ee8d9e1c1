package io.github.warmbatch.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
  private static final Job JOB = new Job("id-1", Payload.of("one"), Attempts.NONE);

  @Test
  void aShortReasonIsKeptAsItIs() {
    String reason = "x".repeat(DeadLetter.REASON_LIMIT);
    assertThat(DeadLetter.shortened(reason)).isEqualTo(reason);
  }

  @Test
  void aLongReasonEndsWithAnEllipsisAtTheLimit() {
    String shortened = DeadLetter.shortened("x".repeat(DeadLetter.REASON_LIMIT + 1));
    assertThat(shortened).hasSize(DeadLetter.REASON_LIMIT).endsWith("xx…");
  }

  @Test
  void aCharacterOfTwoHalvesIsNotCutInTwo() {
    String odd = "x" + "😀".repeat(DeadLetter.REASON_LIMIT);
    String even = "😀".repeat(DeadLetter.REASON_LIMIT);
    assertThat(DeadLetter.shortened(odd)).endsWith("😀…");
    assertThat(DeadLetter.shortened(even)).endsWith("😀…");
  }

  @Test
  void theReasonIsTheLastOfTheReasons() {
    DeadLetter letter = new DeadLetter(JOB, List.of("first", "last"), Instant.EPOCH, Instant.EPOCH);
    assertThat(letter.reason()).isEqualTo("last");
  }

  @Test
  void aDeadLetterWithoutReasonIsRefused() {
    assertThatThrownBy(() -> new DeadLetter(JOB, List.of(), Instant.EPOCH, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("id-1");
  }
}
