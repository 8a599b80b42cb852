package org.tongqu.platform.operate.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.tongqu.design.PageFrame;
import org.tongqu.platform.operate.web.Frames;

/** Lets a controller take the {@link PageFrame} of its request as a parameter. */
class FrameArguments implements HandlerMethodArgumentResolver {

    private final Frames frames;

    FrameArguments(Frames frames) {
        this.frames = frames;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageFrame.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return frames.frame(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
}
