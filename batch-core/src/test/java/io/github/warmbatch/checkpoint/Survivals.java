package io.github.warmbatch.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Ways in which a power cut can end, from the worst to the luckiest and at random in between. */
final class Survivals {
  /** Nothing survives that was not synced. */
  static final SimulatedDisk.Survival NOTHING =
      new SimulatedDisk.Survival() {
        @Override
        public boolean change() {
          return false;
        }

        @Override
        public byte[] content(byte[] synced, byte[] unsynced) {
          return synced;
        }
      };

  /** Everything survives: a killed process, or a lucky disk. */
  static final SimulatedDisk.Survival EVERYTHING =
      new SimulatedDisk.Survival() {
        @Override
        public boolean change() {
          return true;
        }

        @Override
        public byte[] content(byte[] synced, byte[] unsynced) {
          return unsynced;
        }
      };

  private Survivals() {}

  /** The two extremes, and this many by chance, others for each cut. */
  static List<SimulatedDisk.Survival> some(int chances, int cut) {
    List<SimulatedDisk.Survival> all = new ArrayList<>(List.of(NOTHING, EVERYTHING));
    for (int chance = 0; chance < chances; chance++) {
      all.add(new Chance(new Random(1_000L * cut + chance)));
    }
    return all;
  }

  /** Any subset of names, and of a content all, nothing, a part, or a part with a torn end. */
  private record Chance(Random random) implements SimulatedDisk.Survival {
    @Override
    public boolean change() {
      return random.nextBoolean();
    }

    @Override
    public byte[] content(byte[] synced, byte[] unsynced) {
      if (Arrays.equals(synced, unsynced)) {
        return synced;
      }
      int kept = random.nextInt(unsynced.length + 1);
      return switch (random.nextInt(4)) {
        case 0 -> synced;
        case 1 -> unsynced;
        case 2 -> Arrays.copyOf(unsynced, Math.max(kept, synced.length));
        default -> torn(unsynced, Math.max(kept, synced.length));
      };
    }

    private static byte[] torn(byte[] unsynced, int from) {
      byte[] torn = unsynced.clone();
      Arrays.fill(torn, from, torn.length, (byte) 0);
      return torn;
    }
  }
}
