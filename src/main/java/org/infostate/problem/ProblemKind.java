package org.infostate.problem;

import java.util.List;

/**
 * The catalogue of problems. Each has a number that is never reused, the HTTP status that it is
 * answered with, and in every language two texts under {@code problem.<number>} (what is wrong,
 * with the arguments) and {@code problem.<number>.do} (what to do about it).
 */
public enum ProblemKind {
  // 10xx: the request as such
  NOT_FOUND(1001, 404),
  NOT_SIGNED_IN(1002, 401),
  NOT_ALLOWED(1003, 403),
  FOREIGN_ORIGIN(1004, 403),
  METHOD_NOT_ALLOWED(1005, 405),
  NOT_ACCEPTABLE(1006, 406),
  UNSUPPORTED_MEDIA_TYPE(1007, 415),
  BODY_TOO_LARGE(1008, 413),
  BODY_UNREADABLE(1009, 400),
  BAD_PARAMETER(1010, 400),
  LOOPBACK_ONLY(1011, 403),
  UNEXPECTED(1012, 500),
  STORE_UNAVAILABLE(1013, 503),
  EDIT_CONFLICT(1014, 409),
  FIELD_MISSING(1015, 422),
  FIELD_TOO_LONG(1016, 422),
  FILE_MISSING(1017, 422),

  // 11xx: accounts
  SIGN_IN_FAILED(1101, 401),
  SIGN_IN_LOCKED(1102, 429),
  LINK_EXPIRED(1103, 410),
  PASSWORD_WEAK(1104, 422),
  LOGIN_TAKEN(1105, 422),
  COUNTRY_NEEDED(1106, 422),
  EMAIL_UNREADABLE(1107, 422),

  // 12xx: questionnaires
  FORM_SYNTAX(1201, 422),
  FORM_KEY_UNKNOWN(1202, 422),
  FORM_KEY_MISSING(1203, 422),
  FORM_NAME_INVALID(1204, 422),
  FORM_NAME_REPEATED(1205, 422),
  FORM_TYPE_UNKNOWN(1206, 422),
  FORM_LIST_UNKNOWN(1207, 422),
  FORM_EXPRESSION(1208, 422),
  FORM_REFERENCE_UNKNOWN(1209, 422),
  FORM_TEXT_TOO_LONG(1210, 422),
  FORM_TRANSLATION_UNKNOWN(1211, 422),
  FORM_CHANGED_AFTER_PUBLICATION(1212, 409),
  FORM_VALUE_INVALID(1213, 422),

  // 13xx: rounds
  ROUND_CODE_TAKEN(1301, 422),
  ROUND_WITHOUT_VERSIONS(1302, 422),
  ROUND_WITHOUT_COUNTRIES(1303, 422),
  ROUND_DEADLINE_PAST(1304, 422),
  ROUND_NAMES_CLASH(1305, 422),
  ROUND_STATE(1306, 409),
  ROUND_CODE_INVALID(1307, 422),

  // 14xx: answers and responses
  ANSWER_NOT_A_NUMBER(1401, 422),
  ANSWER_NOT_AN_INTEGER(1402, 422),
  ANSWER_NOT_A_DATE(1403, 422),
  ANSWER_NOT_A_CHOICE(1404, 422),
  ANSWER_CONSTRAINT(1405, 422),
  ANSWER_TOO_LONG(1406, 422),
  ANSWER_NOT_ASKED_OF_PEOPLE(1407, 422),
  ANSWER_STALE(1408, 412),
  ANSWER_PRECONDITION_MISSING(1409, 428),
  ANSWER_REQUIRED(1410, 422),
  ANSWER_STATUS_UNKNOWN(1411, 422),
  ANSWER_FILTERED_CHOICE(1412, 422),
  ROW_UNKNOWN(1413, 404),
  ROWS_TOO_MANY(1414, 422),
  RESPONSE_LOCKED(1415, 409),
  RESPONSE_STATE(1416, 409),
  RETURN_WITHOUT_COMMENT(1417, 422),
  SECTION_NOT_SHARED(1418, 403),
  ROW_NEEDED(1419, 422),
  ANSWER_NOT_A_FILE_NAME(1420, 422),
  QUESTION_UNKNOWN(1421, 404),
  ANSWER_NUMBER_TOO_LARGE(1422, 422),
  DEADLINE_PAST(1423, 409),

  // 15xx: workbooks of a response
  WORKBOOK_UNREADABLE(1501, 422),
  WORKBOOK_TOO_LARGE(1502, 413),
  WORKBOOK_NOT_OURS(1503, 422),
  WORKBOOK_OTHER_RESPONSE(1504, 422),
  WORKBOOK_OTHER_VERSION(1505, 422),
  WORKBOOK_TAMPERED(1506, 422),
  WORKBOOK_MACROS(1507, 422),
  WORKBOOK_FORMULA(1508, 422),
  WORKBOOK_CELL(1509, 422),
  WORKBOOK_ROW_ID_UNKNOWN(1510, 422),
  WORKBOOK_ROW_ID_TWICE(1511, 422),
  WORKBOOK_WITNESSES_DISAGREE(1512, 422),
  WORKBOOK_ANSWER_NEWER_ONLINE(1513, 409),
  WORKBOOK_DRY_RUN_EXPIRED(1514, 410),
  WORKBOOK_SHEET_MISSING(1515, 422),
  WORKBOOK_MERGED_CELL(1516, 422),
  WORKBOOK_IN_THE_MEANTIME(1517, 409),

  // 16xx: statistics
  STATISTICS_UNREADABLE(1601, 422),
  STATISTICS_FORMAT_UNKNOWN(1602, 422),
  STATISTICS_TOO_LARGE(1603, 413),
  STATISTICS_ALREADY_IMPORTED(1604, 409),
  STATISTICS_ROW_INVALID(1605, 422),
  STATISTICS_EMPTY(1606, 422),
  STATISTICS_FIGURE_TWICE(1607, 422),

  // 17xx: indices and assessments
  INDEX_INVALID(1701, 422),
  ASSESSMENT_WITHOUT_DATA(1702, 422),
  ASSESSMENT_UNKNOWN_INDEX(1703, 422),
  ASSESSMENT_RUNNING(1704, 409),
  ASSESSMENT_NEEDS_ROUND(1705, 422),
  SCORING_TABLE_INVALID(1706, 422),

  // 18xx: reports, charts, open data
  TEMPLATE_UNKNOWN(1801, 404),
  TEMPLATE_NAME_UNKNOWN(1802, 422),
  CHART_UNKNOWN(1803, 404),
  FONTS_MISSING(1804, 503);

  private final int number;
  private final int status;

  ProblemKind(int number, int status) {
    this.number = number;
    this.status = status;
  }

  /** The number that users see and quote; stable for ever. */
  public int number() {
    return number;
  }

  /** The HTTP status of a reply whose first problem is this. */
  public int status() {
    return status;
  }

  /** A problem of this kind that is about the request as a whole. */
  public Problem problem(Object... arguments) {
    return new Problem(this, List.of(arguments), Place.NOWHERE);
  }

  /** A problem of this kind at a place. */
  public Problem at(Place place, Object... arguments) {
    return new Problem(this, List.of(arguments), place);
  }

  /** To be thrown: {@code throw NOT_FOUND.exception(code)}. */
  public ProblemException exception(Object... arguments) {
    return new ProblemException(problem(arguments));
  }
}
