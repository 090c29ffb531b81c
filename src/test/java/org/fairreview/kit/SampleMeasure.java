package org.fairreview.kit;

/** A measure of our own, with clauses that break standards and clauses that do not. */
public final class SampleMeasure {

    public static final String TITLE = "汉江市促进冷链物流业发展若干措施";

    public static final String REGISTERED_HERE = "申请补贴的企业应当在本市注册并在本市纳税满三年";
    public static final String STAY_TEN_YEARS = "享受补贴的企业五年内不得将注册地迁出本市";
    public static final String NAMED_PLATFORM = "政府投资的冷库项目统一使用汉江云仓平台提供的系统";

    public static final String BODY =
            """
            汉江市促进冷链物流业发展若干措施

            第一条 为提升本市冷链物流服务能力,制定本措施。

            第二条 本措施所称冷链物流企业,是指从事冷藏运输、冷库经营的经营者。

            第三条 %s,每建成一千立方米冷库给予五万元补贴。

            第四条 鼓励企业采用节能制冷设备。
            设备达到国家一级能效的,可以优先纳入示范项目。

            第五条 %s;提前迁出的,应当退回全部补贴。

            第六条 %s。

            第七条 任何单位不得限制外地企业参加本市冷链项目的招标投标。

            第八条 本措施自印发之日起施行,有效期三年。
            """
                    .formatted(REGISTERED_HERE, STAY_TEN_YEARS, NAMED_PLATFORM);

    public static final String EXPLANATION =
            """
            关于《汉江市促进冷链物流业发展若干措施》的起草说明

            一、制定依据。根据国家关于加快发展冷链物流的有关规定起草。
            二、听取意见情况。书面征求了冷链企业和行业协会的意见,并在政府网站公开征求公众意见。
            三、采纳情况。共收到意见十二条,采纳九条,其余三条已向提出者说明理由。
            """;

    private SampleMeasure() {}
}
