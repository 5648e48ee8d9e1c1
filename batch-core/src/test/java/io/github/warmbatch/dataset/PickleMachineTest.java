package io.github.warmbatch.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.razorvine.pickle.Pickler;
import net.razorvine.pickle.Unpickler;
import org.junit.jupiter.api.Test;

/** The machine against another implementation, both ways. */
class PickleMachineTest {

  @Test
  void readsWhatAnotherPicklerWrites() throws IOException {
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      List<Object> written = new ArrayList<>();
      for (int items = random.nextInt(50); items > 0; items--) {
        written.add(value(random, random.nextInt(9)));
      }

      Object read = PickleMachine.read(new Pickler().dumps(written));

      assertThat(plain(read)).isEqualTo(written);
    }
  }

  @Test
  void readsListsOfNumbersAsAnotherUnpicklerDoes() throws IOException {
    PickleAssembler pickle = new PickleAssembler();
    Random random = new Random(5);
    pickle.op(Opcode.EMPTY_LIST);
    for (int batch = 0; batch < 50; batch++) {
      pickle.op(Opcode.MARK);
      for (int i = 0; i < 100; i++) {
        number(pickle, random);
      }
      pickle.op(Opcode.APPENDS);
    }
    byte[] bytes = pickle.done();

    List<Long> expected = new ArrayList<>();
    for (Object number : (List<?>) new Unpickler().loads(bytes)) {
      expected.add(((Number) number).longValue());
    }
    assertThat(plain(PickleMachine.read(bytes))).isEqualTo(expected);
  }

  @Test
  void aTupleBehindAListDoesNotEndInTheList() {
    byte[] bytes =
        new PickleAssembler()
            .op(Opcode.EMPTY_LIST, Opcode.MARK, Opcode.BININT1, 1, Opcode.BININT1, 2)
            .op(Opcode.APPENDS, Opcode.MARK, Opcode.BININT1, 3, Opcode.BININT1, 4)
            .op(Opcode.BININT1, 5, Opcode.BININT1, 6, Opcode.TUPLE, Opcode.TUPLE2)
            .done();

    assertThat(plain(PickleMachine.read(bytes)))
        .isEqualTo(List.of(List.of(1L, 2L), List.of(3L, 4L, 5L, 6L)));
  }

  private static void number(PickleAssembler pickle, Random random) {
    switch (random.nextInt(5)) {
      case 0 -> pickle.op(Opcode.BININT1, random.nextInt(256));
      case 1 -> pickle.op(Opcode.BININT2, random.nextInt(256), random.nextInt(256));
      case 2 -> pickle.op(Opcode.BININT).le4(random.nextInt());
      case 3 -> pickle.op(Opcode.LONG1, 8).le8(random.nextLong());
      default -> pickle.op(Opcode.FRAME).le8(0).op(Opcode.BININT1, 0);
    }
  }

  private static Object value(Random random, int kind) {
    return switch (kind) {
      case 0 -> (long) random.nextInt();
      case 1 -> (long) random.nextInt(256);
      case 2 -> random.nextLong();
      case 3 -> random.nextGaussian();
      case 4 -> random.nextBoolean();
      case 5 -> "text " + random.nextInt(10) + " ü";
      case 6 -> "x".repeat(random.nextInt(400));
      case 7 -> List.of(1L, "two", 3.0);
      default -> Map.of("key", random.nextLong());
    };
  }

  private static Object plain(Object value) {
    if (value instanceof PickleList list) {
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        items.add(plain(list.get(i)));
      }
      return items;
    }
    if (value instanceof PickleTuple tuple) {
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < tuple.size(); i++) {
        items.add(plain(tuple.get(i)));
      }
      return items;
    }
    if (value instanceof PickleDict dict) {
      Map<String, Object> map = new HashMap<>();
      map.put("key", plain(dict.get("key")));
      return map;
    }
    return value;
  }
}
