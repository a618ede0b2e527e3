package org.infostate.response;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on a transactional edge method that two people may call for the same answer at the same
 * moment. The one whose transaction loses is run again, sees what the other stored, and refuses or
 * keeps it as if she had come a moment later.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface RepeatedOnConflict {}
