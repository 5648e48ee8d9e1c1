package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.Decision.Disposition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ManifestJsonTest {
  private static final StateRef STATE =
      new StateRef("00000004-0a-1.state", "0".repeat(64), 5_000_000_000L);

  private static Manifest manifest(Decision decision, @Nullable StateRef state) {
    return new Manifest(
        4,
        3,
        "1".repeat(64),
        "0a-1",
        decision,
        state,
        Instant.parse("2026-01-02T03:04:05.000000006Z"),
        "worker-1 (ü)",
        "");
  }

  private static Manifest absorbed() {
    return manifest(CheckpointSamples.absorbed(1), STATE);
  }

  private static Manifest readBack(Manifest manifest) {
    byte[] content = ManifestJson.write(manifest);
    Manifest read = ManifestJson.read(content);
    assertThat(read.sha256()).isEqualTo(Sha256.of(content));
    return read;
  }

  @Test
  void everyKindOfDecisionIsReadBackBitForBit() {
    List<Decision> decisions =
        List.of(
            new Decision.Dead(
                new JobRef("id", "p", "nonce"), "2".repeat(64), "why", CheckpointSamples.SPEC),
            new Decision.Dead(
                CheckpointSamples.job(2),
                null,
                "why",
                CheckpointSamples.SPEC.withIdentifiers(List.of("ID", "Nr. ü"))),
            new Decision.BackTo(
                List.of(4L, 1L << 40), List.of(CheckpointSamples.job(1)), Disposition.SKIP, "so"));
    for (Decision decision : decisions) {
      assertThat(readBack(manifest(decision, null)).decision()).isEqualTo(decision);
    }
    assertThat(readBack(absorbed()))
        .usingRecursiveComparison()
        .ignoringFields("sha256")
        .isEqualTo(absorbed());
  }

  @Test
  void everyFiniteFigureKeepsEveryBit() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      double figure = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(figure)) {
        Timings timings = new Timings(figure, -0.0, Double.MIN_NORMAL);
        byte[] json = Json.write(new LinkedHashMap<>(ScoresJson.writeTimings(timings)));
        assertThat(Fields.of(Json.read(json)).as(ScoresJson::readTimings)).isEqualTo(timings);
      }
    }
  }

  @Test
  void aProfileIsReadBackBitForBit() {
    Scores scores = CheckpointSamples.profiledScores();
    byte[] json = Json.write(ScoresJson.write(scores));

    assertThat(Fields.of(Json.read(json)).as(ScoresJson::read)).isEqualTo(scores);
  }

  @Test
  void aProfileThatCannotBeIsNamed() {
    String whole = utf8(Json.write(ScoresJson.write(CheckpointSamples.profiledScores())));
    Map<String, String> damages =
        Map.of(
            "\"found\":[1,22]", "\"found\":[1]",
            "\"seen\":[7,9651]", "\"seen\":[0,9651]",
            "\"positives\":[2,20]", "\"positives\":[2,2000000]",
            "\"curve\":{", "\"novelty\":1,\"curve\":{");
    damages.forEach(
        (before, after) -> {
          assertThat(whole).contains(before);
          byte[] damaged = utf8(whole.replace(before, after));
          assertThatThrownBy(() -> Fields.of(Json.read(damaged)).as(ScoresJson::read))
              .isInstanceOf(CheckpointException.class)
              .hasMessageContaining("holdOut.profile");
        });
  }

  @Test
  void aManifestIsOneLineThatSaysItsFormatFirst() {
    String text = new String(ManifestJson.write(absorbed()), StandardCharsets.UTF_8);
    assertThat(text).startsWith("{\"format\":1,\"number\":4,").endsWith("\"}\n");
    assertThat(text.lines()).hasSize(1);
  }

  @Test
  void aNewerFormatIsRefusedByItsVersion() {
    assertThatThrownBy(() -> ManifestJson.read(utf8("{\"format\":2,\"other\":[]}")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("format version 2")
        .hasMessageContaining("reads 1");
  }

  @Test
  void everyChangedByteIsNoticed() {
    byte[] whole = ManifestJson.write(absorbed());
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x01;
      assertRefused(damaged);
    }
  }

  @Test
  void everyOtherLengthIsNoticed() {
    byte[] whole = ManifestJson.write(absorbed());
    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length));
    }
    assertRefused(
        (new String(whole, StandardCharsets.UTF_8) + "{}").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyFieldThatIsMissingOrOfAnotherTypeIsNamed() {
    Map<String, Object> fields = fields();
    for (String name : fields.keySet()) {
      if (!List.of("parentSha256", "state").contains(name)) {
        Map<String, Object> without = new LinkedHashMap<>(fields);
        without.remove(name);
        assertNamed(without, "'" + name + "' is missing");
      }
      Map<String, Object> wrong = new LinkedHashMap<>(fields);
      wrong.put(name, List.of(List.of()));
      assertNamed(wrong, "'" + name + "' is not");
    }
  }

  @Test
  void aFieldDeepInsideIsNamedByItsPath() {
    Map<String, Object> fields = fields();
    fields.put("dataset", Map.of("path", "p", "sha256", 7));
    assertNamed(fields, "field 'dataset.sha256' is not a text but '7'");
  }

  @Test
  void aFieldThatNobodyKnowsIsNamed() {
    Map<String, Object> fields = fields();
    fields.put("novelty", 1);
    assertNamed(fields, "field 'novelty' is unknown");
  }

  @Test
  void aStateOfAnotherNameIsRefused() {
    for (String file : List.of("../../etc/passwd", "00000003-0a-1.state", "/dev/zero")) {
      Map<String, Object> fields = fields();
      fields.put("state", Map.of("file", file, "sha256", "", "bytes", 1));
      assertNamed(fields, "state.file");
    }
    Map<String, Object> fields = fields();
    fields.put("attempt", "../x");
    assertNamed(fields, "'attempt'");
  }

  @Test
  void wordsThatAreNotKnownAreRefused() {
    Map<String, Object> fields = fields();
    fields.put("kind", "forgotten");
    assertNamed(fields, "'kind' is not absorbed, dead or back-to but 'forgotten'");
  }

  @Test
  void hostileJsonIsRefusedWithinBounds() {
    List<String> hostile =
        List.of(
            "{\"format\":" + "[".repeat(100_000),
            "{\"format\":" + "{\"a\":".repeat(100_000),
            "{\"format\":" + "9".repeat(100_000) + "}",
            "{\"format\":1e999999999}",
            "{\"format\":1,\"format\":1}",
            "{\"format\":NaN}",
            "{\"format\":1} {}",
            "[1]",
            "null",
            "",
            "\u0000\u0001",
            "{\"format\":\"\\ud800\"}");
    for (String json : hostile) {
      assertRefused(utf8(json));
    }
  }

  @Test
  void chanceNeverLeadsToAnythingButARefusal() {
    byte[] whole = ManifestJson.write(absorbed());
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int j = random.nextInt(8); j >= 0; j--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertRefused(damaged);
    }
  }

  @Test
  void aRecordTooLargeToBeReadAgainIsNotWritten() {
    Decision.Dead dead =
        new Decision.Dead(
            CheckpointSamples.job(1), null, "x".repeat(Json.MAX_BYTES), CheckpointSamples.SPEC);
    assertThatThrownBy(() -> ManifestJson.write(manifest(dead, null)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("more than");
  }

  @Test
  void theSealCountsForTheSize() {
    int room = Json.MAX_BYTES - ManifestJson.write(manifest(dead(""), null)).length;
    assertThat(ManifestJson.write(manifest(dead("x".repeat(room)), null))).hasSize(Json.MAX_BYTES);
    assertThatThrownBy(() -> ManifestJson.write(manifest(dead("x".repeat(room + 1)), null)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("more than");
  }

  @Test
  void halfACharacterIsReadBackAsItWas() {
    Decision.Dead dead = dead("\uD83D and \uDE00");
    assertThat(readBack(manifest(dead, null)).decision()).isEqualTo(dead);
  }

  @Test
  void aLongValueIsShownCutBetweenCharacters() {
    Map<String, Object> fields = fields();
    fields.put("kind", "x".repeat(39) + "\uD83D\uDE00");
    assertNamed(fields, "'" + "x".repeat(39) + "…'");
  }

  private static Decision.Dead dead(String reason) {
    return new Decision.Dead(CheckpointSamples.job(1), null, reason, CheckpointSamples.SPEC);
  }

  private static Map<String, Object> fields() {
    Map<String, Object> fields = Json.read(ManifestJson.write(absorbed()));
    fields.remove("sha256");
    fields.remove("format");
    return fields;
  }

  private static void assertNamed(Map<String, Object> fields, String message) {
    byte[] content = SealedJson.write(fields);
    assertThatThrownBy(() -> ManifestJson.read(content))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(message);
  }

  private static void assertRefused(byte[] content) {
    assertThatCode(() -> ManifestJson.read(content)).isInstanceOf(CheckpointException.class);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
