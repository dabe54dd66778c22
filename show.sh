for f in "$@"; do echo "== $f"; /tmp/tables-scratch/new $f -o - 2>/dev/null | python3 -c "
import json,sys
for l in sys.stdin:
    if l.startswith('{'):
        d=json.loads(l); print(d['text'],d['metric'],d['value'],d['unit'],d['role'],d['basis'],d['status'],'L='+d['label'], d['rule'],'P' if d['parent'] else '')"; done
