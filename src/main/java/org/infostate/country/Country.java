package org.infostate.country;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.infostate.text.Language;

/**
 * A country or area. It comes from a table that ships with the program and is replaced as a whole
 * when the table of a newer version says otherwise; nobody edits it.
 */
@Entity
@Table(name = "country")
public class Country {

  /** What a country or area is to the United Nations. */
  public enum Standing {
    MEMBER,
    OBSERVER,
    AREA
  }

  @Id private String iso3;

  @Column private String m49;

  @Column(name = "name_ar", nullable = false)
  private String nameAr;

  @Column(name = "name_zh", nullable = false)
  private String nameZh;

  @Column(name = "name_en", nullable = false)
  private String nameEn;

  @Column(name = "name_fr", nullable = false)
  private String nameFr;

  @Column(name = "name_ru", nullable = false)
  private String nameRu;

  @Column(name = "name_es", nullable = false)
  private String nameEs;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Standing standing;

  @Column(nullable = false)
  private String region;

  @Column(name = "sub_region", nullable = false)
  private String subRegion;

  @Column(name = "intermediate_region")
  private String intermediateRegion;

  @Column private Period ldc;
  @Column private Period lldc;
  @Column private Period sids;

  @Column(name = "valid_period", nullable = false)
  private Period valid;

  @Column(nullable = false)
  private boolean invented;

  protected Country() {}

  /**
   * @param facts a row of the table: value by name of the column, empty where there is none
   */
  Country(Map<String, String> facts, boolean invented) {
    this.iso3 = facts.get("iso3");
    this.m49 = orNull(facts.get("m49"));
    this.nameAr = facts.get("name_ar");
    this.nameZh = facts.get("name_zh");
    this.nameEn = facts.get("name_en");
    this.nameFr = facts.get("name_fr");
    this.nameRu = facts.get("name_ru");
    this.nameEs = facts.get("name_es");
    this.standing = Standing.valueOf(facts.get("standing").toUpperCase(Locale.ROOT));
    this.region = facts.get("region");
    this.subRegion = facts.get("sub_region");
    this.intermediateRegion = orNull(facts.get("intermediate_region"));
    this.ldc = period(facts.get("ldc"));
    this.lldc = period(facts.get("lldc"));
    this.sids = period(facts.get("sids"));
    this.valid = facts.get("valid").isEmpty() ? Period.ALWAYS : Period.of(facts.get("valid"));
    this.invented = invented;
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Period period(String text) {
    return text.isEmpty() ? null : Period.of(text);
  }

  /**
   * Three letters: ISO 3166-1 alpha-3, or from the range that ISO leaves to its users ({@code XAA}
   * to {@code XZZ}: the invented countries, and {@code XKX}).
   */
  public String iso3() {
    return iso3;
  }

  /** Three digits of the UN's M49 standard; null for what has none. */
  public String m49() {
    return m49;
  }

  /** The short name as the United Nations writes it, without an article. */
  public String name(Language language) {
    return switch (language) {
      case AR -> nameAr;
      case ZH -> nameZh;
      case EN -> nameEn;
      case FR -> nameFr;
      case RU -> nameRu;
      case ES -> nameEs;
    };
  }

  public Standing standing() {
    return standing;
  }

  /** Whether this is a Member State of the United Nations. */
  public boolean member() {
    return standing == Standing.MEMBER;
  }

  /**
   * M49 code of the region, such as {@code 002}; its name is the text {@code country.region.002}.
   */
  public String region() {
    return region;
  }

  /** M49 code of the sub-region. */
  public String subRegion() {
    return subRegion;
  }

  /** M49 code of the part of the sub-region; null where M49 divides no further. */
  public String intermediateRegion() {
    return intermediateRegion;
  }

  /** Whether it was among the least developed countries on the day. */
  public boolean ldc(LocalDate day) {
    return ldc != null && ldc.covers(day);
  }

  /** Whether it was among the landlocked developing countries on the day. */
  public boolean lldc(LocalDate day) {
    return lldc != null && lldc.covers(day);
  }

  /** Whether it was among the small island developing States on the day. */
  public boolean sids(LocalDate day) {
    return sids != null && sids.covers(day);
  }

  /** Whether there was such a country or area on the day; recorded for changes since 2000 only. */
  public boolean exists(LocalDate day) {
    return valid.covers(day);
  }

  /** Whether it exists in the sample data only. */
  public boolean invented() {
    return invented;
  }
}
