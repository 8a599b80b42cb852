-- The population and vehicle systems of public security: texts in GBK, days as eight digits, codes of their own, and
-- what thirty years of typing leave behind. Everything is made again where a start was cut short.
DROP TABLE IF EXISTS ck_ry, ck_hu, ck_swzx, jdc, made_sign;

CREATE TABLE made_sign (number SMALLINT PRIMARY KEY, sign CHAR(1) NOT NULL) CHARACTER SET utf8mb4;
INSERT INTO made_sign SELECT seq, substr('10X98765432', 1 + seq, 1) FROM seq_0_to_10;

-- One person a row, of whom nobody is real; the same numbers that other departments of the demo know.
CREATE TEMPORARY TABLE made (
    n      INT PRIMARY KEY,
    number CHAR(18) CHARACTER SET utf8mb4,
    name   VARCHAR(20) CHARACTER SET utf8mb4,
    born   DATE
);
INSERT INTO made
SELECT n, concat(b, sign),
       concat(substr('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏', 1 + n % 30, 1),
              substr('一文明志国建春秀丽海晓永红玉德云新天家世', 1 + n DIV 30 % 20, 1),
              substr('平华军强芳敏静涛磊洋艳勇杰娟霞刚玲桂英峰', 1 + n DIV 600 % 20, 1)),
       str_to_date(substr(b, 7, 8), '%Y%m%d')
  FROM (SELECT seq AS n,
               concat('99990', 1 + seq % 8, date_format('1952-01-01' + INTERVAL (seq DIV 8 % 18000) DAY, '%Y%m%d'),
                      lpad(seq DIV 144000, 3, '0')) AS b
          FROM (SELECT seq FROM seq_1_to_200000
                -- The second number of some: as if they had been born as the sixth of their day and place.
                UNION ALL SELECT seq + 720000 FROM seq_1_to_56000 WHERE seq % 1975 = 0) AS each_one) AS begun
  JOIN made_sign ON number = (7 * substr(b, 1, 1) + 9 * substr(b, 2, 1) + 10 * substr(b, 3, 1) + 5 * substr(b, 4, 1)
        + 8 * substr(b, 5, 1) + 4 * substr(b, 6, 1) + 2 * substr(b, 7, 1) + 1 * substr(b, 8, 1) + 6 * substr(b, 9, 1)
        + 3 * substr(b, 10, 1) + 7 * substr(b, 11, 1) + 9 * substr(b, 12, 1) + 10 * substr(b, 13, 1)
        + 5 * substr(b, 14, 1) + 8 * substr(b, 15, 1) + 4 * substr(b, 16, 1) + 2 * substr(b, 17, 1)) % 11;

CREATE TABLE ck_hu (
    hh   VARCHAR(9) PRIMARY KEY COMMENT '户号',
    hlx  CHAR(1) NOT NULL COMMENT '户类型: 1 家庭户 2 集体户',
    hdz  VARCHAR(100) COMMENT '户地址',
    pcs  VARCHAR(40) COMMENT '派出所',
    gxsj TIMESTAMP NOT NULL DEFAULT current_timestamp ON UPDATE current_timestamp
) CHARACTER SET gbk;
INSERT INTO ck_hu
SELECT lpad(seq, 9, '0'), if(seq % 40 = 0, '2', '1'),
       concat('云州市', elt(1 + seq % 8, '云山', '云溪', '东湖', '西关', '南浦', '北岭', '高新', '清水'), '区解放路',
              1 + seq % 900, '号', 1 + seq % 6, '单元', 101 + seq % 1200, '室'),
       concat(elt(1 + seq % 8, '云山', '云溪', '东湖', '西关', '南浦', '北岭', '高新', '清水'), '分局第', 1 + seq % 5, '派出所'),
       '2026-01-01 08:00:00' + INTERVAL seq SECOND
  FROM seq_1_to_66667;

CREATE TABLE ck_ry (
    rybh   INT PRIMARY KEY COMMENT '人员编号',
    gmsfhm VARCHAR(18) COMMENT '公民身份号码',
    xm     VARCHAR(20) COMMENT '姓名',
    xb     CHAR(1) COMMENT '性别: 1 男 2 女 9 未说明',
    mz     VARCHAR(2) COMMENT '民族: 本系统的两位数字',
    csrq   VARCHAR(8) COMMENT '出生日期',
    hh     VARCHAR(9) COMMENT '户号',
    hjdz   VARCHAR(100) COMMENT '户籍地址',
    zt     CHAR(1) NOT NULL COMMENT '状态: 0 正常 1 迁出 2 死亡',
    gxsj   TIMESTAMP NOT NULL DEFAULT current_timestamp ON UPDATE current_timestamp,
    KEY by_change (gxsj, rybh)
) CHARACTER SET gbk;
-- A sign that GBK does not have is a question mark since it was typed.
INSERT INTO ck_ry
SELECT n,
       CASE WHEN n % 8011 = 0 THEN NULL
            WHEN n % 3019 = 0 THEN concat(substr(number, 1, 6), substr(number, 9, 9))
            WHEN n % 4507 = 0 THEN concat(substr(number, 1, 17), if(substr(number, 18) = '1', '2', '1'))
            WHEN n % 6011 = 0 THEN concat(number, ' ')
            ELSE number END,
       CASE WHEN n % 2503 = 0 THEN concat(substr(name, 1, 2), '𠮷') WHEN n % 911 = 0 THEN concat('　', name) ELSE name END,
       CASE WHEN n % 7507 = 0 THEN '3' WHEN n % 1009 = 0 THEN '9' ELSE 1 + n % 2 END,
       CASE WHEN n % 10007 = 0 THEN '88' ELSE elt(1 + n % 23, '01', '01', '01', '01', '01', '01', '01', '01', '01', '01',
            '01', '01', '01', '01', '01', '01', '01', '01', '02', '03', '05', '11', '08') END,
       CASE WHEN n % 9011 = 0 THEN '19900230' WHEN n % 13007 = 0 THEN '00000000' ELSE date_format(born, '%Y%m%d') END,
       lpad(1 + n DIV 3, 9, '0'),
       concat('云州市', elt(1 + n DIV 3 % 8, '云山', '云溪', '东湖', '西关', '南浦', '北岭', '高新', '清水'), '区解放路',
              1 + n DIV 3 % 900, '号'),
       CASE WHEN n % 25 = 0 THEN '2' WHEN n % 90 = 7 THEN '1' ELSE '0' END,
       '2026-01-01 08:00:00' + INTERVAL n MINUTE
  FROM made WHERE n <= 200000;

CREATE TABLE ck_swzx (
    zxbh   INT PRIMARY KEY COMMENT '注销编号',
    gmsfhm VARCHAR(18) COMMENT '公民身份号码',
    xm     VARCHAR(20) COMMENT '姓名',
    xb     CHAR(1) COMMENT '性别',
    csrq   VARCHAR(8) COMMENT '出生日期',
    swrq   DATE COMMENT '死亡日期',
    gxsj   TIMESTAMP NOT NULL DEFAULT current_timestamp ON UPDATE current_timestamp,
    KEY by_change (gxsj, zxbh)
) CHARACTER SET gbk;
-- Some died under their second number, and of some of these the day of birth was written down wrong.
INSERT INTO ck_swzx
SELECT n, if(n % 2000 = 0, substr(number, 1, 17), number), name, 1 + n % 2,
       date_format(if(n % 3950 = 0, born + INTERVAL 10 DAY, born), '%Y%m%d'),
       if(n % 1775 = 0, '0000-00-00', '2020-01-01' + INTERVAL n % 2400 DAY), '2026-01-01 08:00:00' + INTERVAL n MINUTE
  FROM (SELECT if(n > 200000, n - 720000, n) AS n, number, name, born
          FROM made WHERE n % 25 = 0 AND (n % 1975 <> 0 OR n > 56000)) AS deceased;

CREATE TABLE jdc (
    xh      INT PRIMARY KEY COMMENT '序号',
    hphm    VARCHAR(15) NOT NULL COMMENT '号牌号码',
    hpzl    VARCHAR(2) NOT NULL COMMENT '号牌种类',
    cllx    VARCHAR(3) COMMENT '车辆类型',
    clsbdh  VARCHAR(20) COMMENT '车辆识别代号',
    syr     VARCHAR(40) COMMENT '所有人',
    sfzmhm  VARCHAR(18) COMMENT '身份证明号码',
    ccdjrq  DATE COMMENT '初次登记日期',
    gxsj    TIMESTAMP NOT NULL DEFAULT current_timestamp ON UPDATE current_timestamp,
    KEY by_change (gxsj, xh)
) CHARACTER SET gbk;
INSERT INTO jdc
SELECT n, concat('试', char(65 + n % 8 USING ascii), lpad(conv(n * 7919, 10, 32), 6, '0')), if(n % 9 = 0, '52', '02'),
       if(n % 6007 = 0, 'K3', 'K33'),
       if(n % 5003 = 0, concat('LTV', lpad(n, 13, '0')), concat('LTV', lpad(n, 14, '0'))), name, number,
       if(n % 7001 = 0, '0000-00-00', '2008-01-01' + INTERVAL n % 6500 DAY),
       '2026-01-01 08:00:00' + INTERVAL n MINUTE
  FROM made WHERE n <= 64000 AND (n % 17 <> 3 OR n % 31 = 3);

DROP TABLE made_sign;
CREATE TABLE filled (at TIMESTAMP NOT NULL DEFAULT current_timestamp);
