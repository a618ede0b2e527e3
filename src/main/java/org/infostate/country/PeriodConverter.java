package org.infostate.country;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a period as its ISO 8601-2 text, no period as null. */
@Converter(autoApply = true)
public class PeriodConverter implements AttributeConverter<Period, String> {

  @Override
  public String convertToDatabaseColumn(Period period) {
    return period == null ? null : period.text();
  }

  @Override
  public Period convertToEntityAttribute(String text) {
    return text == null ? null : Period.of(text);
  }
}
