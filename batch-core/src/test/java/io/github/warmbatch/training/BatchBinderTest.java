package io.github.warmbatch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.CsvReader;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.dataset.DatasetFile;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchBinderTest {
  private static final String FIRST =
      """
      id,amount,customer,when,city,fraud
      1,57.16,596,2018-04-01 00:00:31,Bonn,0
      2,81.51,4961,2018-04-01 00:02:10,Rom,2
      """;

  private final BatchBinder binder = binder(List.of());
  private final Schema features = binder.featuresOf(table(FIRST));

  @Test
  void takesEverythingForAFeatureButLabelAndIgnoredColumns() {
    assertThat(features.names()).containsExactly("amount", "customer", "when", "city");
    assertThat(features.fields().get(0).type()).isEqualTo(ColumnType.DECIMAL);
  }

  @Test
  void namesALabelThatIsNotThereAndWhatIs() {
    DataSet other = table("id,amount,customer\n1,2,3\n");

    assertThatThrownBy(() -> binder.featuresOf(other))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            "does not have the label column 'fraud'; its columns are: id, amount, customer (check the spelling)");
    assertThatThrownBy(() -> binder.bind(other, features, LabelClasses.NONE))
        .hasMessageContaining("the label column 'fraud'");
  }

  @Test
  void namesIgnoredAndEntityColumnsThatTheFirstDataSetLacks() {
    assertThatThrownBy(() -> binder.featuresOf(table("amount,fraud\n1,0\n")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("the ignored column 'id', the entity column 'customer'")
        .hasMessageContaining("amount, fraud");
  }

  @Test
  void refusesADataSetOfNothingToLearnFrom() {
    ModelSpec spec = spec(List.of("id"), List.of(), List.of());

    assertThatThrownBy(() -> new BatchBinder(spec).featuresOf(table("id,fraud\n1,0\n")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("nothing is left to learn from");
  }

  @Test
  void shortensALongListOfColumns() {
    StringBuilder header = new StringBuilder("c0");
    for (int i = 1; i < 300; i++) {
      header.append(",c").append(i);
    }

    assertThatThrownBy(() -> binder.featuresOf(table(header + "\n")))
        .hasMessageContaining("c38, c39 and 260 more");
  }

  @Test
  void refusesMoreColumnsThanEveryCheckpointCanName() {
    assertThat(binderOfAll().featuresOf(wide(9_999, "c")).size()).isEqualTo(10_000);
    assertThatThrownBy(() -> binderOfAll().featuresOf(wide(10_000, "c")))
        .hasMessageContaining("10001 columns")
        .hasMessageContaining("leave columns out")
        .isInstanceOfSatisfying(
            DatasetException.class, failure -> assertThat(failure.isCurable()).isFalse());
  }

  @Test
  void refusesNamesThatAreTooLongInAll() {
    assertThatThrownBy(() -> binderOfAll().featuresOf(wide(3, "n".repeat(400_000))))
        .hasMessageContaining("4 columns")
        .hasMessageContaining("shorten them")
        .hasMessageContaining("1200")
        .isInstanceOfSatisfying(
            DatasetException.class, failure -> assertThat(failure.isCurable()).isFalse());
  }

  @Test
  void boundsTheMessageAboutADataSetOfOtherColumns() {
    DataSet other = wide(2_000, "n".repeat(100));

    assertThatThrownBy(() -> binderOfAll().select(other, features))
        .hasMessageContaining("more (bring the file")
        .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(10_000));
    assertThatThrownBy(() -> binder.featuresOf(wide(1, "n".repeat(100_000))))
        .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(10_000));
  }

  private static BatchBinder binderOfAll() {
    return new BatchBinder(spec(List.of(), List.of(), List.of()));
  }

  /** A table with a customer, a label, and numbered columns of one prefix. */
  private static DataSet wide(int columns, String prefix) {
    StringBuilder header = new StringBuilder("customer,fraud");
    for (int i = 0; i < columns; i++) {
      header.append(',').append(prefix).append(i);
    }
    return table(header + "\n");
  }

  @Test
  void putsColumnsInTheLineagesOrderAndToleratesAbsentIgnoredOnes() {
    DataSet other =
        table("city,fraud,when,amount,customer\nBonn,1,2018-04-02,12,596\n,0,2018-04-02,,7\n");

    DataSet selected = binder.select(other, features);

    assertThat(selected.schema()).isEqualTo(features);
    assertThat(selected.column(0).text(0)).isEqualTo("12");
    assertThat(selected.column(0).isMissing(1)).isTrue();
    assertThat(selected.column(3).text(0)).isEqualTo("Bonn");
  }

  @Test
  void selectsWithoutALabel() {
    DataSet unlabelled = table("id,amount,customer,when,city\n1,2,3,2018-04-01,Rom\n");

    assertThat(binder.select(unlabelled, features).rows()).isEqualTo(1);
  }

  @Test
  void listsAllDifferencesAtOnce() {
    DataSet other =
        table("id,amount,customer,when,channel,fraud\n1,5,3,2018-04-01,web,0\n2,abc,4,x,web,0\n");

    assertThatThrownBy(() -> binder.select(other, features))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("column 'amount' holds 'abc' in row 2, which is not a number")
        .hasMessageContaining(
            "column 'when' holds 'x' in row 2, which is not an ISO 8601 timestamp")
        .hasMessageContaining("column 'city' is missing")
        .hasMessageContaining("column 'channel' is new");
  }

  @Test
  void namesTheRowAndTheValueOfTextWhereANumberBelongs() {
    StringBuilder rows = new StringBuilder("id,amount,customer,when,city,fraud\n");
    for (int row = 1; row <= 20; row++) {
      rows.append(row == 17 ? "1,abc,1,,,0\n" : "1,2.5,1,,,0\n");
    }

    assertThatThrownBy(() -> binder.bind(table(rows.toString()), features, LabelClasses.NONE))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("column 'amount' holds 'abc' in row 17");
  }

  @Test
  void readsNumbersAsTextWhereTheLineageHasText() {
    DataSet other = table("id,amount,customer,when,city,fraud\n1,2,3,,53111,0\n");

    assertThat(binder.select(other, features).column(3).text(0)).isEqualTo("53111");
  }

  @Test
  void readsCodesAsNumbersWhereTheLineageHasNumbers() {
    DataSet other = table("id,amount,customer,when,city,fraud\n1,2,007,,,0\n");

    assertThat(binder.select(other, features).column(1).number(0)).isEqualTo(7);
  }

  @Test
  void refusesAnInfiniteValueForTrainingOnly() {
    DataSet other = table("id,amount,customer,when,city,fraud\n1,2,3,,,0\n1,-inf,3,,,0\n");

    assertThat(binder.select(other, features).column(0).number(1))
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThatThrownBy(() -> binder.bind(other, features, LabelClasses.NONE))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("row 2, column 'amount': the value -Infinity cannot be learned from");
  }

  @Test
  void refusesAnInfiniteValueWhereTheLineageHasWholeNumbers() {
    DataSet other = table("id,amount,customer,when,city,fraud\n1,2,inf,,,0\n");

    assertThatThrownBy(() -> binder.bind(other, features, LabelClasses.NONE))
        .hasMessageContaining("row 1, column 'customer': the value Infinity");
  }

  @Test
  void learnsFromMissingValues() {
    DataSet other = table("id,amount,customer,when,city,fraud\n1,,,,,0\n");

    assertThat(binder.bind(other, features, LabelClasses.NONE).rows()).isEqualTo(1);
  }

  @Test
  void numbersClassesInNaturalOrderAndAppendsNewOnes() {
    Batch first = binder.bind(labelled("10", "2", "2", "0"), features, LabelClasses.NONE);
    Batch second = binder.bind(labelled("1", "10"), features, first.classes());

    assertThat(first.classes().names()).containsExactly("0", "2", "10");
    assertThat(first.labels()).containsExactly(2, 1, 1, 0);
    assertThat(second.classes().names()).containsExactly("0", "2", "10", "1");
    assertThat(second.labels()).containsExactly(3, 2);
  }

  @Test
  void takesTheSameClassFromNumbersOfEveryType() {
    assertThat(binder.bind(labelled("0", "1.0"), features, LabelClasses.NONE).classes().names())
        .containsExactly("0", "1");
    assertThat(
            binder.bind(labelled("false", "true"), features, LabelClasses.NONE).classes().names())
        .containsExactly("0", "1");
    assertThat(binder.bind(labelled("no", "yes"), features, LabelClasses.NONE).labels())
        .containsExactly(0, 1);
  }

  @Test
  void keepsTheOrderOfDeclaredClassesMetOrNot() {
    BatchBinder declaring = binder(List.of("3", "0", "1"));

    Batch batch = declaring.bind(labelled("0", "1"), features, LabelClasses.NONE);

    assertThat(batch.classes().names()).containsExactly("3", "0", "1");
    assertThat(batch.labels()).containsExactly(1, 2);
  }

  @Test
  void refusesAClassThatWasNotDeclared() {
    BatchBinder declaring = binder(List.of("0", "1"));

    assertThatThrownBy(() -> declaring.bind(labelled("0", "1", "7"), features, LabelClasses.NONE))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("row 3, column 'fraud': the label '7' is not one of the declared")
        .hasMessageContaining("[0, 1]")
        .hasMessageContaining("--classes");
  }

  @Test
  void namesTheRowWithoutALabel() {
    assertThatThrownBy(() -> binder.bind(labelled("0", "0", ""), features, LabelClasses.NONE))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("row 3 has no label: column 'fraud' is empty");
  }

  @Test
  void refusesATableWithoutRows() {
    assertThatThrownBy(
            () ->
                binder.bind(
                    table("id,amount,customer,when,city,fraud\n"), features, LabelClasses.NONE))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("holds no row to learn from");
  }

  @Test
  void refusesALabelOfMoreThanAThousandClasses() {
    String[] labels = new String[1_001];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Integer.toString(i);
    }

    assertThatThrownBy(() -> binder.bind(labelled(labels), features, LabelClasses.NONE))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("the label column 'fraud' has more than 1000 different values");
  }

  @Test
  void namesATypeThatCannotBeReadAsTheLineages() {
    Schema dated = Schema.of(List.of(new Field("t", ColumnType.TIMESTAMP)));
    ModelSpec spec = spec(List.of(), List.of(), List.of());

    assertThatThrownBy(() -> new BatchBinder(spec).select(table("t\n5\n"), dated))
        .hasMessageContaining("column 't' holds values of type INTEGER and not TIMESTAMP");
  }

  private static BatchBinder binder(List<String> declared) {
    return new BatchBinder(spec(List.of("id"), List.of("customer"), declared));
  }

  private static ModelSpec spec(List<String> ignored, List<String> entities, List<String> classes) {
    return new ModelSpec(
        new TrainerInfo("any", 1, Map.of()), "fraud", ignored, entities, classes, List.of(), 1);
  }

  private static DataSet labelled(String... labels) {
    StringBuilder text = new StringBuilder("amount,customer,when,city,fraud\n");
    for (String label : labels) {
      text.append("1,2,,,").append(label).append('\n');
    }
    return table(text.toString());
  }

  private static DataSet table(String csv) {
    return new CsvReader().read(new DatasetFile("x.csv", csv.getBytes(StandardCharsets.UTF_8)));
  }
}
