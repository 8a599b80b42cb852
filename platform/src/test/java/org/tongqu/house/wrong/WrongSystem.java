package org.tongqu.house.wrong;

import org.springframework.modulith.Modulithic;

@Modulithic
public class WrongSystem {}
