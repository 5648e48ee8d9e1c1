package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A process of its own, with little memory, that commits a state of 1 GiB and reads it. */
final class LargeState {
  private static final int BLOCKS = 1_024;

  private LargeState() {}

  /** Arguments: the output directory. */
  public static void main(String[] arguments) {
    FileCheckpointStore store = FileCheckpointStore.in(Path.of(arguments[0]));
    byte[] block = new byte[1 << 20];
    Draft.StateWriter writer =
        out -> {
          for (int i = 0; i < BLOCKS; i++) {
            block[i] = (byte) i;
            out.write(block);
          }
        };
    Draft draft = new Draft(0, 0, CheckpointSamples.absorbed(1), writer, "large");
    Manifest manifest = StoreContractHooks.committed(store.commit(draft));
    System.out.println(store.verify());
    System.out.println("read " + store.readState(manifest, (model, in) -> count(in)));
  }

  private static long count(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long count = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      count += read;
    }
    return count;
  }
}
