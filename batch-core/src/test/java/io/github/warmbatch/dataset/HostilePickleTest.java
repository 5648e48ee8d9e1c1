package io.github.warmbatch.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a pickle, the answer is a table or a refusal, soon and in little memory. */
class HostilePickleTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final PickleAssembler pickle = new PickleAssembler();

  @Test
  void theAssemblerWritesTablesThatAreRead() {
    pickle.frame(this::oneBlock, "a");

    assertThat(Tables.show(read(pickle.done()), "a")).isEqualTo("INTEGER 7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "types-2.pkl",
        "types-3.pkl",
        "types-4.pkl",
        "types-5.pkl",
        "older-2.pkl",
        "older-4.pkl",
        "partial-4.pkl",
        "objects.pkl",
        "objects-2.pkl",
        "index-multi.pkl",
        "big-endian-5.pkl"
      })
  void refusesAPickleTruncatedAnywhere(String fixture) {
    byte[] whole = Tables.fixture(fixture).array();

    List<Integer> accepted = new ArrayList<>();
    for (int length = 0; length < whole.length; length++) {
      if (!isRefused(Arrays.copyOf(whole, length))) {
        accepted.add(length);
      }
    }
    assertThat(accepted).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "types-2.pkl",
        "types-4.pkl",
        "types-5.pkl",
        "older-2.pkl",
        "older-4.pkl",
        "partial-4.pkl",
        "objects.pkl",
        "objects-2.pkl",
        "index-dates.pkl"
      })
  void survivesFlippedBytes(String fixture) {
    byte[] whole = Tables.fixture(fixture).array();
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] bent = whole.clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
      }
      refused += isRefused(bent) ? 1 : 0;
    }
    assertThat(refused).isBetween(200, 2_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"types-2.pkl", "types-5.pkl", "older-4.pkl", "objects.pkl"})
  void survivesInstructionsPutIn(String fixture) {
    byte[] whole = Tables.fixture(fixture).array();
    byte[] opcodes = {
      (byte) Opcode.REDUCE, (byte) Opcode.BUILD, (byte) Opcode.MARK, (byte) Opcode.TUPLE,
      (byte) Opcode.TUPLE2, (byte) Opcode.EMPTY_LIST, (byte) Opcode.APPENDS, (byte) Opcode.NONE,
      (byte) Opcode.SETITEMS, (byte) Opcode.MEMOIZE, (byte) Opcode.NEWOBJ, (byte) Opcode.STOP
    };
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      int at = random.nextInt(whole.length);
      byte[] longer = Arrays.copyOf(whole, whole.length + 1);
      System.arraycopy(whole, at, longer, at + 1, whole.length - at);
      longer[at] = opcodes[random.nextInt(opcodes.length)];
      isRefused(longer);
    }
    assertThat(isRefused(whole)).isFalse();
  }

  @Test
  void refusesLengthsBeyondTheEndBeforeItAllocates() {
    long huge = 0x7fff_ffffL;
    List<byte[]> claims =
        List.of(
            new PickleAssembler().op(Opcode.BINUNICODE).le4(huge).done(),
            new PickleAssembler().op(Opcode.BINUNICODE).le4(-1).done(),
            new PickleAssembler().op(Opcode.BINUNICODE8).le8(Long.MAX_VALUE).done(),
            new PickleAssembler().op(Opcode.BINUNICODE8).le8(-1).done(),
            new PickleAssembler().op(Opcode.BINBYTES).le4(huge).done(),
            new PickleAssembler().op(Opcode.BINBYTES8).le8(Long.MIN_VALUE).done(),
            new PickleAssembler().op(Opcode.BYTEARRAY8).le8(1L << 40).done(),
            new PickleAssembler().op(Opcode.LONG4).le4(huge).done(),
            new PickleAssembler().op(Opcode.LONG4).le4(-1).done(),
            new PickleAssembler().op(Opcode.NONE, Opcode.LONG_BINPUT).le4(huge).done(),
            new PickleAssembler().op(Opcode.LONG_BINGET).le4(-1).done());

    for (byte[] claim : claims) {
      assertThat(isRefused(claim)).isTrue();
    }
  }

  @Test
  void refusesArraysLargerThanTheirContent() {
    long[][] shapes = {
      {1, 2}, {2, 1}, {1L << 31, 1L << 31}, {1L << 40}, {-1, -8}, {-1}, {0, 1L << 33}, {1, 1, 1}, {}
    };
    for (long[] shape : shapes) {
      PickleAssembler bad = new PickleAssembler();
      bad.frame(() -> bad.block(() -> eightBytes(bad, shape), () -> bad.slice(0, 1, 1)), "a", "b");
      byte[] bytes = bad.done();
      assertThat(isRefused(bytes)).as(Arrays.toString(shape)).isTrue();
    }
  }

  @Test
  void refusesArraysSmallerThanTheirContent() {
    pickle.frame(
        () ->
            pickle.block(
                () -> pickle.array("i8", () -> pickle.bytes(new byte[16]), 1, 1),
                () -> pickle.slice(0, 1, 1)),
        "a");
    byte[] bytes = pickle.done();

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("an array of 1 × 1 items with content for another size");
  }

  @Test
  void refusesManyColumnsOverTheSameBytes() {
    int columns = 2_000;
    String[] names = new String[columns];
    Arrays.setAll(names, i -> "c" + i);
    byte[] data = new byte[400_000];
    pickle.bytes(data);
    int shared = pickle.memoize();
    pickle.frame(
        () -> {
          for (int i = 0; i < columns; i++) {
            int place = i;
            pickle.block(
                () -> pickle.array("i1", () -> pickle.get(shared), 1, data.length),
                () -> pickle.slice(place, place + 1, 1));
          }
        },
        names);

    byte[] bytes = pickle.done();
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("more cells than it holds bytes for");
    assertThat(isRefused(bytes)).isTrue();
  }

  @Test
  void refusesPlacesThatAreTakenOrNotThere() {
    long[][] slices = {{1, 2, 1}, {-1, 0, 1}, {1L << 40, 0, 1}, {Long.MAX_VALUE, 0, 1}};
    for (long[] slice : slices) {
      PickleAssembler bad = new PickleAssembler();
      bad.frame(
          () ->
              bad.block(() -> eightBytes(bad, 1, 1), () -> bad.slice(slice[0], slice[1], slice[2])),
          "a");
      byte[] bytes = bad.done();
      assertThatThrownBy(() -> read(bytes))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("taken or not there");
    }
    pickle.frame(
        () -> {
          oneBlock();
          oneBlock();
        },
        "a");
    byte[] twice = pickle.done();
    assertThatThrownBy(() -> read(twice)).hasMessageContaining("taken or not there");
  }

  @Test
  void refusesATableThatLacksAColumn() {
    pickle.frame(this::oneBlock, "a", "b");
    byte[] bytes = pickle.done();

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("no values for column 'b'");
  }

  @Test
  void nestingCostsNoStack() {
    pickle.op(Opcode.EMPTY_TUPLE);
    for (int i = 0; i < 60_000; i++) {
      pickle.op(Opcode.TUPLE1);
    }
    byte[] bytes = pickle.done();

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("a tuple where it should have a DataFrame");
  }

  @Test
  void refusesMoreContainersThanATableCanBe() {
    for (int i = 0; i < 1_000_000; i++) {
      pickle.op(Opcode.EMPTY_DICT);
    }
    byte[] bytes = pickle.done();

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("more containers than a table can be");
  }

  @Test
  void aBillionLaughsAreNotLaughed() {
    pickle.frame(
        () ->
            pickle.block(
                () ->
                    pickle.array(
                        "O8",
                        () -> {
                          pickle.op(Opcode.EMPTY_LIST, Opcode.EMPTY_TUPLE);
                          for (int i = 0; i < 1_000; i++) {
                            int last = pickle.memoize();
                            pickle.get(last).op(Opcode.TUPLE2);
                          }
                          pickle.op(Opcode.APPEND);
                        },
                        1,
                        1),
                () -> pickle.slice(0, 1, 1)),
        "a");
    byte[] bytes = pickle.done();

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("column 'a', row 1: the pickle has a tuple");
  }

  @Test
  void thingsThatContainThemselvesAreNoTrap() {
    pickle.frame(
        () ->
            pickle.block(
                () -> {
                  pickle.op(Opcode.EMPTY_DICT);
                  int parts = pickle.memoize();
                  pickle.text("data");
                  pickle.global("pandas.core.indexes.base", "_new_Index");
                  pickle.global("pandas.core.indexes.base", "Index");
                  pickle.get(parts).op(Opcode.TUPLE2, Opcode.REDUCE);
                  int index = pickle.memoize();
                  pickle.op(Opcode.SETITEM).get(index);
                },
                () -> pickle.slice(0, 1, 1)),
        "a");
    byte[] bytes = pickle.done();

    assertThat(isRefused(bytes)).isTrue();
  }

  @Test
  void refusesToTakeWhatIsNotOnTheStack() {
    int[][] programs = {
      {Opcode.TUPLE1},
      {Opcode.APPENDS},
      {Opcode.TUPLE},
      {Opcode.SETITEMS},
      {Opcode.BUILD},
      {Opcode.REDUCE},
      {Opcode.MEMOIZE},
      {Opcode.NONE, Opcode.MARK, Opcode.TUPLE1},
      {Opcode.STACK_GLOBAL},
      {Opcode.BINGET, 0},
      {Opcode.NONE, Opcode.BINPUT, 9},
      {Opcode.EMPTY_DICT, Opcode.MARK, Opcode.NONE, Opcode.SETITEMS},
      {Opcode.NONE, Opcode.NONE, Opcode.APPEND},
      {Opcode.NONE, Opcode.EMPTY_TUPLE, Opcode.REDUCE},
      {Opcode.NONE, Opcode.NONE, Opcode.BUILD},
      {}
    };
    for (int[] program : programs) {
      byte[] bytes = new PickleAssembler().op(program).done();
      assertThat(isRefused(bytes)).as(Arrays.toString(program)).isTrue();
    }
  }

  @Test
  void refusesInstructionsThatNoTableNeeds() {
    for (int opcode : new int[] {'i', 'o', 'I', 'S', 'P', 'Q', 0x82, 0x8f, 0x92, 0xff}) {
      byte[] bytes = new PickleAssembler().op(opcode).done();
      assertThatThrownBy(() -> read(bytes))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("the pickle has the instruction 0x%02x at offset 2", opcode);
    }
    byte[] outOfBand = new PickleAssembler().op(Opcode.NEXT_BUFFER).done();
    assertThatThrownBy(() -> read(outOfBand)).hasMessageContaining("outside of the file");
  }

  @Test
  void refusesEveryOtherNameAndShowsItOnOneLine() {
    for (String[] name :
        new String[][] {
          {"os", "system"},
          {"builtins", "eval"},
          {"subprocess", "Popen"},
          {"pandas", "read_pickle"},
          {"pandas.core.frame", "DataFrame.eval"},
          {"numpy", "load"},
          {"", ""}
        }) {
      byte[] bytes = new PickleAssembler().global(name[0], name[1]).done();
      assertThatThrownBy(() -> read(bytes))
          .isInstanceOf(DatasetException.class)
          .hasMessage(
              "the pickle asks for %s.%s, which is not part of a pandas table; only DataFrames are read",
              name[0], name[1]);
    }
    byte[] longName = new PickleAssembler().global("a\n\u001b[31m", "b".repeat(5_000)).done();
    assertThatThrownBy(() -> read(longName))
        .satisfies(
            e -> assertThat(e.getMessage()).doesNotContain("\n", "\u001b").hasSizeLessThan(200));
  }

  private void oneBlock() {
    pickle.block(() -> eightBytes(pickle, 1, 1), () -> pickle.slice(0, 1, 1));
  }

  private static void eightBytes(PickleAssembler to, long... shape) {
    to.array("i8", () -> to.bytes(new byte[] {7, 0, 0, 0, 0, 0, 0, 0}), shape);
  }

  private static boolean isRefused(byte[] content) {
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    boolean refused = false;
    try {
      read(content);
    } catch (DatasetException e) {
      refused = true;
    }
    long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    if (allocated > (1L << 20) + 64L * content.length) {
      throw new AssertionError("%d bytes for %d".formatted(allocated, content.length));
    }
    return refused;
  }

  private static DataSet read(byte[] content) {
    return new PandasPickleReader().read(new DatasetFile("x.pkl", content));
  }
}
