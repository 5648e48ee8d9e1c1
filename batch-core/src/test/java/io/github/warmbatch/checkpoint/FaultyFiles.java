package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** File operations that are counted, and that go wrong where a plan says so. */
final class FaultyFiles implements FileOperations {
  private final FileOperations files;
  private final Plan plan;
  private int operations;

  FaultyFiles(FileOperations files, Plan plan) {
    this.files = files;
    this.plan = plan;
  }

  /** What goes wrong. Operations are counted from 1. */
  interface Plan {
    /** Before an operation: a failure now means that it is not done. */
    default void before(int operation, String kind) throws IOException {}

    /** After an operation: a failure now means that it is done. */
    default void after(int operation, String kind) throws IOException {}
  }

  /** The machine stops. Not an exception, so that no code can get over it. */
  static final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** No operation from this one on is done. */
  static Plan cutAt(int cut) {
    return new Plan() {
      @Override
      public void before(int operation, String kind) {
        if (operation >= cut) {
          throw new PowerCut();
        }
      }
    };
  }

  /** One operation is not done, and says so. */
  static Plan failAt(int failing) {
    return new Plan() {
      @Override
      public void before(int operation, String kind) throws IOException {
        if (operation == failing) {
          throw new IOException("No space left on device");
        }
      }
    };
  }

  /** One operation is done, and says that it is not. */
  static Plan lieAt(int lying) {
    return new Plan() {
      @Override
      public void after(int operation, String kind) throws IOException {
        if (operation == lying) {
          throw new IOException("Input/output error");
        }
      }
    };
  }

  /** How many operations were begun. */
  int operations() {
    return operations;
  }

  /** An operation of a kind. */
  @FunctionalInterface
  private interface Operation<T> {
    T run() throws IOException;
  }

  private <T> T run(String kind, Operation<T> operation) throws IOException {
    int number;
    synchronized (this) {
      number = ++operations;
    }
    plan.before(number, kind);
    T result = operation.run();
    plan.after(number, kind);
    return result;
  }

  @FunctionalInterface
  private interface Action {
    void run() throws IOException;
  }

  private void act(String kind, Action action) throws IOException {
    run(
        kind,
        () -> {
          action.run();
          return kind;
        });
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    act("createDirectory", () -> files.createDirectory(directory));
  }

  @Override
  public List<String> list(Path directory) throws IOException {
    return run("list", () -> files.list(directory));
  }

  @Override
  public InputStream open(Path file) throws IOException {
    return run("open", () -> files.open(file));
  }

  @Override
  public long size(Path file) throws IOException {
    return run("size", () -> files.size(file));
  }

  @Override
  public OptionalLong usableBytes(Path directory) throws IOException {
    return run("usableBytes", () -> files.usableBytes(directory));
  }

  @Override
  public Output create(Path file) throws IOException {
    return new FaultyOutput(run("create", () -> files.create(file)));
  }

  @Override
  public void link(Path file, Path name) throws IOException {
    act("link", () -> files.link(file, name));
  }

  @Override
  public boolean sameFile(Path one, Path other) throws IOException {
    return run("sameFile", () -> files.sameFile(one, other));
  }

  @Override
  public void delete(Path file) throws IOException {
    act("delete", () -> files.delete(file));
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    act("syncDirectory", () -> files.syncDirectory(directory));
  }

  private final class FaultyOutput extends Output {
    private final Output output;
    private boolean syncFailed;

    FaultyOutput(Output output) {
      this.output = output;
    }

    @Override
    public void write(int b) throws IOException {
      act("write", () -> output.write(b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      act("write", () -> output.write(bytes, offset, length));
    }

    @Override
    void sync() throws IOException {
      if (syncFailed) {
        throw new AssertionError("A file was synced again after a sync had failed");
      }
      syncFailed = true;
      act("sync", output::sync);
      syncFailed = false;
    }

    @Override
    public void close() throws IOException {
      output.close();
      act("close", () -> {});
    }
  }
}
