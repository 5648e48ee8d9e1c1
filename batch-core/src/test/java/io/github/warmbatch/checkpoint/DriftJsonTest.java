package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DoubleColumn;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.drift.DataProfile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DriftJsonTest {
  private static Decision read(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return Fields.of(Json.read(bytes)).as(DecisionJson::read);
  }

  private static String written(Decision decision) {
    return new String(Json.write(DecisionJson.write(decision)), StandardCharsets.UTF_8);
  }

  @Test
  void profilesAndFindingsAreReadBackBitForBit() {
    Decision drifted = CheckpointSamples.drifted(1);

    assertThat(read(written(drifted))).isEqualTo(drifted);
  }

  @Test
  void whatHasNeitherIsWrittenAsBefore() {
    Decision plain = CheckpointSamples.absorbed(1);

    assertThat(written(plain)).doesNotContain("\"profile\":[", "drift");
    assertThat(read(written(plain))).isEqualTo(plain);
  }

  @Test
  void aProfileIsSmallHoweverManyRowsAndColumnsThereAre() {
    assertThat(bytes(10)).isLessThan(8_000);
    assertThat(bytes(256)).isLessThan(64_000);
    assertThat(bytes(1000)).isEqualTo(bytes(256));
  }

  /** How long the profile of so many columns of 5,000 random numbers is. */
  private static int bytes(int columns) {
    Random random = new Random(1);
    List<Column> all = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      double[] values = random.doubles(5_000).map(u -> Math.log(u) * 1e6).toArray();
      all.add(new DoubleColumn(new Field("column-" + i, ColumnType.DECIMAL), values));
    }
    DataProfile profile = DataProfile.of(new DataSet(5_000, all));
    return Json.write(Map.of("profile", DriftJson.writeProfile(profile))).length;
  }

  @Test
  void whatCannotBeIsNamed() {
    String whole = written(CheckpointSamples.drifted(1));
    Map<String, String> damages =
        Map.ofEntries(
            Map.entry("\"shift\":0", "\"shift\":64"),
            Map.entry("shift\":0", "shift\":-4294967296"),
            Map.entry("\"bins\":[-1,", "\"bins\":[-1,0,"),
            Map.entry("[-1,9223372036854775807]", "[5,5]"),
            Map.entry("\"counts\":[9000,", "\"counts\":[0,"),
            Map.entry("\"counts\":[9000,480]", "\"counts\":[9000,9223372036854775807]"),
            Map.entry("\"missing\":8", "\"missing\":-8"),
            Map.entry("missing\":8", "missing\":8,\"novelty\":1"),
            Map.entry("\"mostOther\":2", "\"mostOther\":8"),
            Map.entry("\"others\":7", "\"others\":null"),
            Map.entry("\"name\":\"AMOUNT\"", "\"name\":\"ÜBER \\\"é\\\"\""),
            Map.entry("\"kind\":\"score\"", "\"kind\":\"mood\""),
            Map.entry("\"statistic\":5.25", "\"statistic\":1e999"),
            Map.entry("\"evidence\":\"bad\"", "\"evidence\":7"));
    damages.forEach(
        (before, after) -> {
          int profile = whole.indexOf("\"profile\":[");
          String drift = whole.substring(profile);
          assertThat(drift).contains(before);
          assertThatThrownBy(() -> read(whole.substring(0, profile) + drift.replace(before, after)))
              .as(after)
              .isInstanceOf(CheckpointException.class)
              .hasMessageMatching("field '(profile|drift).*");
        });
  }
}
