package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.TrainerInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PredictionCsvTest {
  private static String csv(List<String> classes, List<String> positives, double... values)
      throws IOException {
    ModelSpec spec =
        new ModelSpec(
            new TrainerInfo("t", 1, Map.of()), "y", List.of(), List.of(), List.of(), positives, 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PredictionCsv(new Predictions(new LabelClasses(classes), values), spec).writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void rowsHaveTheMostProbableClassAndFullPrecision() throws IOException {
    assertThat(csv(List.of("0", "1", "2"), List.of(), 0.1, 0.7, 0.2, 0.9, 1e-9, 0.099999999))
        .isEqualTo(
            """
            row,prediction,score,p_0,p_1,p_2
            0,1,0.8999999999999999,0.1,0.7,0.2
            1,0,0.1,0.9,1.0E-9,0.099999999
            """);
  }

  @Test
  void theScoreIsThatOfThePositiveClasses() throws IOException {
    assertThat(csv(List.of("0", "1", "2"), List.of("2"), 0.1, 0.7, 0.2))
        .endsWith("0,1,0.2,0.1,0.7,0.2\n");
  }

  @Test
  void namesOfClassesAreQuotedWhereCsvNeedsIt() throws IOException {
    assertThat(csv(List.of("a,b", "say \"x\""), List.of(), 1, 0))
        .isEqualTo("row,prediction,score,\"p_a,b\",\"p_say \"\"x\"\"\"\n0,\"a,b\",0.0,1.0,0.0\n");
  }

  @Test
  void roundingNeverCarriesAScorePastOne() throws IOException {
    assertThat(csv(List.of("a", "b", "c", "d"), List.of(), 0, 0.7, 0.2, 0.1 + 1e-16))
        .contains("\n0,b,1.0,");
  }
}
