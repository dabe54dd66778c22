package region_test

import (
	"fmt"

	"github.com/zhaibao/zhaibao/region"
)

func ExampleResolve() {
	for _, r := range []region.Resolution{
		region.Resolve("江苏南京鼓楼区"),
		region.Resolve("鼓楼区", "福州市鼓楼区文化馆2021年工作总结"),
		region.Resolve("宁乡县"),
		region.Resolve("恩施州利川市汪营镇"),
		region.Resolve("浙江省鼓楼区"),
	} {
		fmt.Printf("%q %q %v %q\n", r.Code(), r.Path(), r.By, r.Former.Gone)
	}
	fmt.Println(len(region.Resolve("鼓楼区").Candidates))
	// Output:
	// "320106" "江苏省/南京市/鼓楼区" chain ""
	// "350102" "福建省/福州市/鼓楼区" context ""
	// "430182" "湖南省/长沙市/宁乡市" unique "2017-10"
	// "" "湖北省/恩施土家族苗族自治州/利川市/汪营镇" chain ""
	// "" "" conflict ""
	// 4
}

func ExampleDivision_At() {
	for _, code := range []string{"330212", "110105", "429004"} {
		d, _ := region.ByCode(code)
		city, _ := d.At(region.Prefecture)
		fmt.Println(d.Name, city.Name)
	}
	// Output:
	// 鄞州区 宁波市
	// 朝阳区 北京市
	// 仙桃市 仙桃市
}
