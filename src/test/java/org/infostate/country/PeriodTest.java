package org.infostate.country;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @ParameterizedTest
  @ValueSource(strings = {"../..", "2010-10-10/..", "../2011-01-01", "2003-12-08/2020-12-04"})
  void aPeriodIsWrittenAsItIsRead(String text) {
    assertEquals(text, Period.of(text).text());
    PeriodConverter converter = new PeriodConverter();
    assertEquals(text, converter.convertToDatabaseColumn(converter.convertToEntityAttribute(text)));
  }

  @Test
  void thePeriodIsLeftOnTheDayThatEndsIt() {
    Period period = Period.of("2003-12-08/2020-12-04");
    assertFalse(period.covers(LocalDate.of(2003, 12, 7)));
    assertTrue(period.covers(LocalDate.of(2003, 12, 8)));
    assertTrue(period.covers(LocalDate.of(2020, 12, 3)));
    assertFalse(period.covers(LocalDate.of(2020, 12, 4)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "2010-10-10", "../../..", "2010-10-10/2010-10-10"})
  void whatIsNoPeriodIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Period.of(text));
  }
}
