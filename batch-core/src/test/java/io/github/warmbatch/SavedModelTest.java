package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.dataset.CsvReader;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.dataset.DatasetFile;
import io.github.warmbatch.learner.Learners;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.Trainers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row scored alone, as an application has it, and the same row in a file. */
class SavedModelTest {
  private static final int ROWS = 300;

  @TempDir private Path directory;

  private SavedModel model;
  private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
  private DataSet file;

  @BeforeEach
  void train() throws Exception {
    StringBuilder text = new StringBuilder("id,amount,at,city,card,label\n");
    for (int row = 0; row < ROWS; row++) {
      Map<String, @Nullable Object> values = new HashMap<>();
      values.put("id", (1L << 53) + row % 7);
      values.put("amount", row % 11 == 0 ? null : row * 0.37);
      values.put("at", Instant.parse("2018-04-01T00:00:00Z").plusSeconds(row * 997L));
      values.put("city", row % 13 == 0 ? null : "city " + row % 5);
      values.put("card", row % 3 == 0);
      rows.add(values);
      for (String name : List.of("id", "amount", "at", "city", "card")) {
        Object value = values.get(name);
        text.append(value == null ? "" : value).append(',');
      }
      text.append(row % 5 == 1 ? "yes" : "no").append('\n');
    }
    Files.writeString(directory.resolve("day.csv"), text);
    file =
        new CsvReader()
            .read(new DatasetFile("day.csv", text.toString().getBytes(StandardCharsets.UTF_8)));
    WorkerRig rig = new WorkerRig(directory);
    rig.push("day.csv");
    rig.run(rig.worker(Learners.boosting()).entities("id").positives("yes"));
    model = Champion.load(rig.store(), Trainers.installed()).orElseThrow().model();
  }

  @Test
  void aRowAloneIsScoredAsInAFileBitForBit() {
    Predictions expected = model.predict(file);

    for (int row = 0; row < ROWS; row++) {
      Prediction alone = model.predict(rows.get(row));

      List<String> classes = expected.classes().names();
      assertThat(alone.label()).isEqualTo(classes.get(expected.mostProbable(row)));
      for (int label = 0; label < classes.size(); label++) {
        assertThat(alone.probabilities())
            .containsEntry(classes.get(label), expected.probability(row, label));
      }
      assertThat(alone.score()).isEqualTo(alone.probabilities().get("yes"));
    }
  }

  @Test
  void aRowOfTextIsScoredAsOneOfValues() {
    for (Map<String, @Nullable Object> row : rows) {
      Map<String, String> text = new HashMap<>();
      row.forEach((name, value) -> text.put(name, value == null ? "" : value.toString()));

      assertThat(model.predict(text)).isEqualTo(model.predict(row));
    }
  }

  @Test
  void manyRowsAreScoredTogether() {
    Predictions together = model.predict(DataSet.ofRows(rows));

    assertThat(together.rows()).isEqualTo(ROWS);
    assertThat(together.probability(7, 0)).isEqualTo(model.predict(file).probability(7, 0));
  }

  @Test
  void aColumnThatIsMissingOrUnknownOrOfAnotherTypeIsNamed() {
    Map<String, @Nullable Object> row = new HashMap<>(rows.get(1));
    row.remove("city");
    row.put("town", "x");
    row.put("amount", "much");

    assertThatThrownBy(() -> model.predict(row))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll("'city' is missing", "'town' is new", "'amount'", "'much'");
  }

  @Test
  void theLabelMayBeThere() {
    Map<String, @Nullable Object> row = new HashMap<>(rows.get(1));
    row.put("label", "no");

    assertThat(model.predict(row)).isEqualTo(model.predict(rows.get(1)));
  }
}
