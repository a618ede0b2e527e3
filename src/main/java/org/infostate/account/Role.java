package org.infostate.account;

import java.util.List;

/** The roles, as they stand in {@code @RolesAllowed}; {@code design.md} tells who does what. */
public final class Role {

  public static final String FOCAL_POINT = "focal-point";
  public static final String CONTRIBUTOR = "contributor";
  public static final String REVIEWER = "reviewer";
  public static final String PLANNER = "planner";
  public static final String RESEARCHER = "researcher";
  public static final String ADMINISTRATOR = "administrator";

  /** All of them, in the order in which they are offered. */
  public static final List<String> ALL =
      List.of(FOCAL_POINT, CONTRIBUTOR, REVIEWER, PLANNER, RESEARCHER, ADMINISTRATOR);

  private Role() {}

  /** Whether people in this role act for one country. */
  public static boolean ofCountry(String role) {
    return role.equals(FOCAL_POINT) || role.equals(CONTRIBUTOR);
  }
}
