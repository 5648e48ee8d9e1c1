package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.Decision.Disposition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that were damaged or made up: a clear error that names the file, or no difference. */
class HostileFilesTest {
  private static final Path LINEAGE = Path.of("/output/lineage");
  private static final int ROUNDS = 2_500;

  private SimulatedDisk disk = new SimulatedDisk();
  private List<Manifest> truth = List.of();

  private static FileCheckpointStore open(FileOperations files) {
    return new FileCheckpointStore(
        files, Path.of("/output"), new FileCheckpointStore.Settings(Clock.systemUTC(), true, 2));
  }

  @BeforeEach
  void aLineageWithEverythingInIt() {
    disk = new SimulatedDisk();
    FileCheckpointStore store = open(disk);
    RetentionContract.absorbDays(store, 3);
    store.promote(1, "best");
    store.pin(2, "of interest");
    StoreContractHooks.goBack(store, 2, Disposition.REQUEUE);
    StoreContractHooks.giveUp(store, 3);
    long head = store.lineage().head();
    store.commit(
        new Draft(
            head,
            head,
            CheckpointSamples.drifted(6),
            out -> out.write(CheckpointSamples.payload(6)),
            "sample"));
    truth = List.copyOf(store.lineage().history());
  }

  private String state(int number) {
    return FileNames.state(number, truth.get(number - 1).attempt());
  }

  /** Calls a store from all sides; returns whether everything could be read. */
  private static boolean readsAll(FileCheckpointStore store, String damaged) {
    try {
      store.lineage().history().forEach(Manifest::decision);
      store.champion();
      store.retention();
      for (Manifest manifest : store.lineage().history()) {
        if (manifest.state() != null) {
          StoreContractHooks.payloadOf(store, manifest);
        }
      }
      return true;
    } catch (CheckpointException e) {
      assertThat(e).hasMessageContaining(damaged);
      return false;
    }
  }

  private int damage(String name, UnaryOperator<byte[]> change) throws IOException {
    Path file = LINEAGE.resolve(name);
    byte[] whole = disk.open(file).readAllBytes();
    byte[] changed = change.apply(whole.clone());
    disk.overwrite(file, changed);
    boolean reads = readsAll(open(disk), String.valueOf(file.getFileName()));
    boolean isCache = name.startsWith("ledger/");
    assertThat(reads).as(name).isEqualTo(isCache || Arrays.equals(whole, changed));
    if (reads) {
      assertThat(open(disk).lineage().history()).isEqualTo(truth);
    }
    disk.overwrite(file, whole);
    return reads ? 0 : 1;
  }

  private List<String> kinds() {
    return List.of(
        "00000001.json",
        "00000004.json",
        "00000005.json",
        "00000006.json",
        "promotions/00000001.json",
        "promotions/00000002.json",
        "ledger/00000002.json",
        "ledger/00000004.json",
        state(1),
        state(3));
  }

  @Test
  void whateverIsChangedInAFileIsNamedOrMakesNoDifference() throws IOException {
    Random random = new Random(20_260_101);
    int refused = 0;
    for (String name : kinds()) {
      for (int round = 0; round < ROUNDS; round++) {
        refused += damage(name, bytes -> changed(bytes, random));
      }
    }
    Tried.say(
        "%d changes of %d files, %d refused"
            .formatted(ROUNDS * kinds().size(), kinds().size(), refused));
    assertThat(refused).isGreaterThan(ROUNDS * (kinds().size() - 3));
  }

  private static byte[] changed(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int to = at + random.nextInt(bytes.length - at) + 1;
    switch (random.nextInt(5)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 2 -> Arrays.fill(bytes, at, to, (byte) 0);
      case 3 -> {
        byte[] noise = new byte[to - at];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, bytes, at, noise.length);
      }
      default -> {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(50));
        longer[bytes.length] = (byte) random.nextInt(256);
        return longer;
      }
    }
    return bytes;
  }

  @Test
  void recordsThatAreSealedAndMeanHarmAreRefused() throws IOException {
    Random random = new Random(7);
    List<String> texts =
        List.of(
            "-1", "0", "9223372036854775807", "1e999", "null", "[]", "{}", "\"\\u0000\"", "\"x\"");
    int refused = 0;
    int tried = 0;
    for (String name : kinds().subList(0, 8)) {
      Path file = LINEAGE.resolve(name);
      byte[] whole = disk.open(file).readAllBytes();
      for (int round = 0; round < ROUNDS / 5; round++) {
        byte[] forged = forge(new String(whole, StandardCharsets.UTF_8), texts, random);
        disk.overwrite(file, forged);
        tried++;
        refused += readsOrRefuses(open(disk)) ? 0 : 1;
      }
      disk.overwrite(file, whole);
    }
    Tried.say("%d forged records, %d refused".formatted(tried, refused));
    assertThat(refused).isGreaterThan(tried / 3);
  }

  /** One value of the record replaced by another, and the seal made anew. */
  private static byte[] forge(String record, List<String> texts, Random random) {
    String body = record.substring(0, record.lastIndexOf(",\"sha256\""));
    String[] parts = body.split("(?<=:)", -1);
    int changed = 1 + random.nextInt(parts.length - 1);
    parts[changed] =
        parts[changed].replaceFirst(
            "^(\"[^\"]*\"|-?[0-9.eE+-]+|null)",
            java.util.regex.Matcher.quoteReplacement(texts.get(random.nextInt(texts.size()))));
    byte[] forged = String.join("", parts).getBytes(StandardCharsets.UTF_8);
    String seal = ",\"sha256\":\"" + Sha256.of(forged) + "\"}\n";
    return (new String(forged, StandardCharsets.UTF_8) + seal).getBytes(StandardCharsets.UTF_8);
  }

  /** Any other exception fails the test. */
  private static boolean readsOrRefuses(FileCheckpointStore store) {
    try {
      store.lineage().history().forEach(Manifest::decision);
      store.champion();
      store.verify();
      store.planPrune(1);
      return true;
    } catch (CheckpointException e) {
      assertThat(e).hasMessageContaining("/output/lineage");
      return false;
    }
  }
}
