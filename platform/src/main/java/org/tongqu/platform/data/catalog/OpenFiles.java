package org.tongqu.platform.data.catalog;

import java.util.List;

/** Files of open resources that anybody can take from here: whoever keeps the data says which there are. */
public interface OpenFiles {

    /** Files of this published edition; none of a resource whose data somebody else keeps. */
    List<OpenFile> of(Edition edition);
}
