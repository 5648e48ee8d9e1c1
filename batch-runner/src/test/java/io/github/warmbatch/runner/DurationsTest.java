package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

final class DurationsTest {
  @Test
  void spansAreReadInEveryUnit() {
    assertThat(Durations.parse("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(Durations.parse("30s")).isEqualTo(Duration.ofSeconds(30));
    assertThat(Durations.parse("5m")).isEqualTo(Duration.ofMinutes(5));
    assertThat(Durations.parse("2h")).isEqualTo(Duration.ofHours(2));
    assertThat(Durations.parse("7d")).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void anythingElseIsRefusedWithAnExample() {
    for (String wrong : new String[] {"30", "s", "-5s", "5 weeks", "99999999999s", ""}) {
      assertThatThrownBy(() -> Durations.parse(wrong))
          .as(wrong)
          .isInstanceOf(TypeConversionException.class)
          .hasMessageContaining("'" + wrong + "'")
          .hasMessageContaining("30s");
    }
  }

  @Test
  void spansAreWrittenForPeople() {
    assertThat(Durations.format(Duration.ofMillis(500))).isEqualTo("500ms");
    assertThat(Durations.format(Duration.ofMillis(45_900))).isEqualTo("45s");
    assertThat(Durations.format(Duration.ofSeconds(200))).isEqualTo("3m 20s");
    assertThat(Durations.format(Duration.ofMinutes(62))).isEqualTo("1h 02m");
  }
}
